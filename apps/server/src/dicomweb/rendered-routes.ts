import type { PictureForm } from "@consilium/record-import";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { ApiEnvironment, Visit } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { seatParameter } from "../api/route-parts.ts";
import { pictureAnswer } from "../key-image/picture-answer.ts";
import type { Services } from "../services.ts";
import { ofInstance, ofSeries, ofStudy, seriesPath, studiesPath } from "./dicomweb-paths.ts";
import { createDrawnFrames, middleFrame, type PlacedFrame } from "./drawn-frames.ts";
import { acceptedPicture, pictureForm } from "./picture-parameters.ts";
import { instanceOf, type ReadableSeries, readableSeries, readableStudies } from "./read-study.ts";

const query = z.object({
  window: z.string().optional(),
  viewport: z.string().optional(),
  quality: z.string().optional(),
});
type Query = z.infer<typeof query>;

const route = <Path extends string, Params extends z.ZodObject>(
  path: Path,
  summary: string,
  params: Params,
) =>
  createRoute({
    method: "get",
    path,
    summary: `WADO-RS: ${summary}, as a JPEG or PNG`,
    request: { params, headers: seatParameter, query },
    responses: {
      200: { description: "The picture", content: { "image/jpeg": {}, "image/png": {} } },
      ...refusals,
    },
  });

const ofFrame = ofInstance.extend({ frame: z.string().regex(/^[1-9]\d{0,5}$/) });

const routes = {
  study: route(`${studiesPath}/{study}/rendered`, "the middle of a study's longest series", ofStudy),
  studyThumbnail: route(`${studiesPath}/{study}/thumbnail`, "the same, small", ofStudy),
  series: route(`${seriesPath}/rendered`, "the middle of a series", ofSeries),
  thumbnail: route(`${seriesPath}/thumbnail`, "the middle of a series, small", ofSeries),
  instance: route(
    `${seriesPath}/instances/{instance}/rendered`,
    "the first frame of an instance",
    ofInstance,
  ),
  instanceThumbnail: route(`${seriesPath}/instances/{instance}/thumbnail`, "the same, small", ofInstance),
  frame: route(`${seriesPath}/instances/{instance}/frames/{frame}/rendered`, "a frame", ofFrame),
};

/** Pixels of a picture in a list, on a fine screen. */
const thumbnail = { width: 176, height: 176 } as const;

/** Frames as browsers show them, behind the same rights as the frames themselves. */
export function renderedRoutes(services: Services) {
  const answer = answerWith(services);
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .route("/", routesOfMiddles(services, answer))
    .route("/", routesOfFrames(services, answer));
}

/** Of a study or a series, what stands for it. */
function routesOfMiddles(services: Services, answer: Answer) {
  const inStudy = async (visit: Visit, { study }: z.infer<typeof ofStudy>) =>
    middleOf(longestOf(await readableStudies(services, visit, study)));
  const inSeries = async (visit: Visit, { study, series }: z.infer<typeof ofSeries>) =>
    middleOf(await readableSeries(services, visit, study, series));
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(routes.study, async (c) =>
      answer(c, c.req.valid("query"), await inStudy(c.get("visit"), c.req.valid("param"))),
    )
    .openapi(routes.studyThumbnail, async (c) =>
      answer(c, c.req.valid("query"), await inStudy(c.get("visit"), c.req.valid("param")), thumbnail),
    )
    .openapi(routes.series, async (c) =>
      answer(c, c.req.valid("query"), await inSeries(c.get("visit"), c.req.valid("param"))),
    )
    .openapi(routes.thumbnail, async (c) =>
      answer(c, c.req.valid("query"), await inSeries(c.get("visit"), c.req.valid("param")), thumbnail),
    );
}

function routesOfFrames(services: Services, answer: Answer) {
  const placedIn = async (visit: Visit, { study, series, instance }: z.infer<typeof ofInstance>, frame = 1) =>
    frameOf(await readableSeries(services, visit, study, series), instance, frame);
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(routes.instance, async (c) =>
      answer(c, c.req.valid("query"), await placedIn(c.get("visit"), c.req.valid("param"))),
    )
    .openapi(routes.instanceThumbnail, async (c) =>
      answer(c, c.req.valid("query"), await placedIn(c.get("visit"), c.req.valid("param")), thumbnail),
    )
    .openapi(routes.frame, async (c) => {
      const placed = await placedIn(c.get("visit"), c.req.valid("param"), Number(c.req.valid("param").frame));
      return answer(c, c.req.valid("query"), placed);
    });
}

/** Of those that have pictures. */
const longestOf = (all: readonly ReadableSeries[]): ReadableSeries | undefined =>
  all
    .filter(({ index }) => middleFrame(index) !== undefined)
    .toSorted((one, other) => other.index.instances.length - one.index.instances.length)[0];

interface PlacedInRecord {
  readonly recordId: string;
  readonly placed: PlacedFrame;
}

type Answer = ReturnType<typeof answerWith>;

function answerWith({ caseFiles, readBook }: Services) {
  const pictureOf = createDrawnFrames(caseFiles);
  return async (
    c: Context<ApiEnvironment>,
    parameters: Query,
    found: PlacedInRecord | undefined,
    viewport: PictureForm["viewport"] = null,
  ) => {
    const mediaType = acceptedPicture(c.req.header("accept"));
    if (!mediaType) return refused(c, "not-acceptable");
    const form = pictureForm(parameters, mediaType, viewport);
    if (!form.ok) return refused(c, "wrong-parameter", { parameter: form.reason });
    if (!found) return refused(c, "no-such-record");
    const { key, seat } = c.get("visit");
    const picture = await pictureOf(key, found.placed, form.value);
    if (picture === "too-many") return refused(c, picture);
    if (picture.is === "not-drawn") return refused(c, "not-rendered", { reason: picture.reason });
    await readBook.leaving(seat, `record/${found.recordId}`, picture.content.length);
    return pictureAnswer(picture.content, mediaType);
  };
}

function middleOf(series: ReadableSeries | undefined): PlacedInRecord | undefined {
  const placed = series && middleFrame(series.index);
  return placed && { recordId: series.recordId, placed };
}

/** Undefined: the instance says that it has no such frame. One that it says and that is not there is no picture. */
function frameOf(series: ReadableSeries | undefined, uid: string, frame: number): PlacedInRecord | undefined {
  const one = series && instanceOf(series, uid);
  return one && frame <= Math.max(1, one.instance.frames)
    ? { recordId: series.recordId, placed: { one, frame } }
    : undefined;
}
