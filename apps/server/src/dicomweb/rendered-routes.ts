import type { PictureForm } from "@consilium/record-import";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { ApiEnvironment, Visit } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { seatParameter } from "../api/route-parts.ts";
import type { Services } from "../services.ts";
import { ofInstance, ofSeries, seriesPath } from "./dicomweb-paths.ts";
import { createDrawnFrames, middleFrame, type PlacedFrame } from "./drawn-frames.ts";
import { acceptedPicture, pictureForm } from "./picture-parameters.ts";
import { instanceOf, type ReadableSeries, readableSeries } from "./read-study.ts";

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
    path: `${seriesPath}${path}`,
    summary: `WADO-RS: ${summary}, as a JPEG or PNG`,
    request: { params, headers: seatParameter, query },
    responses: {
      200: { description: "The picture", content: { "image/jpeg": {}, "image/png": {} } },
      ...refusals,
    },
  });

const ofFrame = ofInstance.extend({ frame: z.string().regex(/^[1-9]\d{0,5}$/) });

const routes = {
  series: route("/rendered", "the middle of a series", ofSeries),
  thumbnail: route("/thumbnail", "the middle of a series, small", ofSeries),
  instance: route("/instances/{instance}/rendered", "the first frame of an instance", ofInstance),
  frame: route("/instances/{instance}/frames/{frame}/rendered", "a frame", ofFrame),
};

/** Pixels of a picture in a list, on a fine screen. */
const thumbnail = { width: 176, height: 176 } as const;

/** Frames as browsers show them, behind the same rights as the frames themselves. */
export function renderedRoutes(services: Services) {
  const answer = answerWith(services);
  const seriesAsked = (visit: Visit, { study, series }: z.infer<typeof ofSeries>) =>
    readableSeries(services, visit, study, series);
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(routes.series, async (c) => {
      const found = await seriesAsked(c.get("visit"), c.req.valid("param"));
      return answer(c, c.req.valid("query"), found, { placed: found && middleFrame(found.index) });
    })
    .openapi(routes.thumbnail, async (c) => {
      const found = await seriesAsked(c.get("visit"), c.req.valid("param"));
      const placed = found && middleFrame(found.index);
      return answer(c, c.req.valid("query"), found, { placed, viewport: thumbnail });
    })
    .openapi(routes.instance, async (c) => {
      const { instance } = c.req.valid("param");
      const found = await seriesAsked(c.get("visit"), c.req.valid("param"));
      return answer(c, c.req.valid("query"), found, { placed: placedIn(found, instance, 1) });
    })
    .openapi(routes.frame, async (c) => {
      const { instance, frame } = c.req.valid("param");
      const found = await seriesAsked(c.get("visit"), c.req.valid("param"));
      return answer(c, c.req.valid("query"), found, { placed: placedIn(found, instance, Number(frame)) });
    });
}

function answerWith({ caseFiles, readBook }: Services) {
  const pictureOf = createDrawnFrames(caseFiles);
  return async (
    c: Context<ApiEnvironment>,
    parameters: Query,
    series: ReadableSeries | undefined,
    { placed, viewport = null }: Wanted,
  ) => {
    const mediaType = acceptedPicture(c.req.header("accept"));
    if (!mediaType) return refused(c, "not-acceptable");
    const form = pictureForm(parameters, mediaType, viewport);
    if (!form.ok) return refused(c, "wrong-parameter", { parameter: form.reason });
    if (!series || !placed) return refused(c, "no-such-record");
    const { key, seat } = c.get("visit");
    const picture = await pictureOf(key, placed, form.value);
    if (picture === "too-many") return refused(c, picture);
    if (picture.is === "not-drawn") return refused(c, "not-rendered", { reason: picture.reason });
    await readBook.leaving(seat, `record/${series.recordId}`, picture.content.length);
    return pictureAnswer(picture.content, mediaType);
  };
}

interface Wanted {
  readonly placed: PlacedFrame | undefined;
  readonly viewport?: PictureForm["viewport"];
}

/** Undefined: the instance says that it has no such frame. One that it says and that is not there is no picture. */
function placedIn(series: ReadableSeries | undefined, uid: string, frame: number): PlacedFrame | undefined {
  const one = series && instanceOf(series, uid);
  return one && frame <= Math.max(1, one.instance.frames) ? { one, frame } : undefined;
}

const pictureAnswer = (content: Uint8Array, mediaType: string): Response =>
  new Response(Uint8Array.from(content), {
    headers: {
      "cache-control": "no-store",
      "content-length": String(content.length),
      "content-security-policy": "sandbox; default-src 'none'",
      "content-type": mediaType,
      "x-content-type-options": "nosniff",
    },
  });
