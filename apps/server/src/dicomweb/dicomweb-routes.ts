import { waveformSchema } from "@consilium/clinical";
import type { FiledInstance } from "@consilium/interchange";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment, Visit } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { seatParameter } from "../api/route-parts.ts";
import type { Services } from "../services.ts";
import { bulkRoutes } from "./bulk-routes.ts";
import { describingRoutes } from "./describing-routes.ts";
import { addressOf } from "./dicom-answers.ts";
import { ofInstance, ofSeries, ofStudy, seriesPath, studiesPath } from "./dicomweb-paths.ts";
import { multipart, type Part } from "./multipart.ts";
import { instanceOf, readableSeries, type ReadableSeries, readableStudies } from "./read-study.ts";
import { renderedRoutes } from "./rendered-routes.ts";

const headers = seatParameter;
/** Of one request. */
const mostFrames = 200;

const parts = { description: "Parts", content: { "multipart/related": {} } };
const samples = {
  description: "Samples as they are stored: of each moment, those of all channels",
  content: { "application/octet-stream": {} },
};
const none = { description: "There is none" };

const route = <Path extends string, Params extends z.ZodObject>(
  path: Path,
  summary: string,
  params: Params,
  ok: typeof parts | typeof samples,
) =>
  createRoute({
    method: "get",
    path,
    summary,
    request: { params, headers },
    responses: { 200: ok, 204: none, ...refusals },
  });

const routes = {
  study: route(`${studiesPath}/{study}`, "WADO-RS: all files of a study", ofStudy, parts),
  seriesFiles: route(seriesPath, "WADO-RS: all files of a series", ofSeries, parts),
  file: route(`${seriesPath}/instances/{instance}`, "WADO-RS: one file", ofInstance, parts),
  frames: route(
    `${seriesPath}/instances/{instance}/frames/{list}`,
    "WADO-RS: frames, in the transfer syntax that they are stored in",
    ofInstance.extend({ list: z.string().regex(/^\d{1,6}(,\d{1,6}){0,199}$/) }),
    parts,
  ),
  waveform: createRoute({
    method: "get",
    path: `${seriesPath}/instances/{instance}/waveform`,
    summary: "What the curves of an ECG are, without their samples",
    request: { params: ofInstance, headers },
    responses: {
      200: {
        description: "Groups of channels",
        content: { "application/json": { schema: waveformSchema } },
      },
      ...refusals,
    },
  }),
  samples: route(
    `${seriesPath}/instances/{instance}/waveform/{group}`,
    "The samples of one group of channels, counted from 1",
    ofInstance.extend({ group: z.string().regex(/^[1-9]\d{0,2}$/) }),
    samples,
  ),
};

/** Studies for viewers: DICOMweb below the case, behind the same rights as its records. */
export const dicomwebRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .route("/", describingRoutes(services))
    .route("/", fileRoutes(services))
    .route("/", frameRoutes(services))
    .route("/", bulkRoutes(services))
    .route("/", renderedRoutes(services))
    .route("/", waveformRoutes(services));

/** Whole files. */
function fileRoutes(services: Services) {
  const filesOf = async (visit: Visit, all: readonly ReadableSeries[]) => {
    const instances = all.flatMap(({ index }) => index.instances);
    const [first] = all;
    const bytes = instances.reduce((sum, one) => sum + one.bytes, 0);
    if (first) await services.readBook.leaving(visit.seat, `record/${first.recordId}`, bytes);
    return partsAnswer(services, visit, instances);
  };
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(routes.study, async (c) => {
      const all = await readableStudies(services, c.get("visit"), c.req.valid("param").study);
      return all.length === 0 ? refused(c, "no-such-record") : filesOf(c.get("visit"), all);
    })
    .openapi(routes.seriesFiles, async (c) => {
      const found = await seriesAsked(services, c.get("visit"), c.req.valid("param"));
      return found ? filesOf(c.get("visit"), [found]) : refused(c, "no-such-record");
    })
    .openapi(routes.file, async (c) => {
      const visit = c.get("visit");
      const found = await seriesAsked(services, visit, c.req.valid("param"));
      const one = found && instanceOf(found, c.req.valid("param").instance);
      if (!one) return refused(c, "no-such-record");
      await services.readBook.leaving(visit.seat, `record/${found.recordId}`, one.bytes);
      return partsAnswer(services, visit, [one]);
    });
}

const frameRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed }).openapi(routes.frames, async (c) => {
    const visit = c.get("visit");
    const { instance, list } = c.req.valid("param");
    const found = await seriesAsked(services, visit, c.req.valid("param"));
    const one = found && instanceOf(found, instance);
    const frames = list.split(",").map((number) => one?.instance.pixels?.frames[Number(number) - 1]);
    const known = frames.filter((frame) => frame !== undefined);
    if (!one || known.length !== frames.length || known.length > mostFrames)
      return refused(c, "no-such-record");
    const bytes = known.flat().reduce((sum, [, length]) => sum + length, 0);
    await services.readBook.leaving(visit.seat, `record/${found.recordId}`, bytes);
    return answer(
      multipart(
        known.map((frame) => frameOf(services, visit, one, frame)),
        octets,
      ),
    );
  });

/** What was found out of the curves when the file was filed: nothing of it is parsed here. */
function waveformRoutes(services: Services) {
  const asked = async (visit: Visit, param: z.infer<typeof ofInstance>) => {
    const found = await seriesAsked(services, visit, param);
    const one = found && instanceOf(found, param.instance);
    if (!found || one?.instance.waveform?.is !== "placed") return undefined;
    return { one, waveform: one.instance.waveform, subject: `record/${found.recordId}` };
  };
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(routes.waveform, async (c) => {
      const visit = c.get("visit");
      const found = await asked(visit, c.req.valid("param"));
      if (!found) return refused(c, "no-such-record");
      // Without the places in the file.
      const body = waveformSchema.parse(found.waveform);
      await services.readBook.leaving(visit.seat, found.subject, JSON.stringify(body).length);
      return c.json(body, 200, { "cache-control": "no-store" });
    })
    .openapi(routes.samples, async (c) => {
      const visit = c.get("visit");
      const found = await asked(visit, c.req.valid("param"));
      const group = found?.waveform.groups[Number(c.req.valid("param").group) - 1];
      if (!found || !group) return refused(c, "no-such-record");
      const [start, length] = group.range;
      await services.readBook.leaving(visit.seat, found.subject, length);
      const file = { id: found.one.fileId, bytes: found.one.bytes };
      const content = services.caseFiles.read(visit.key, file, { start, end: start + length });
      return answer({ contentType: octets, body: ReadableStream.from(content) });
    });
}

const octets = "application/octet-stream";

const seriesAsked = (
  services: Services,
  visit: Visit,
  { study, series }: { readonly study: string; readonly series: string },
) => readableSeries(services, visit, study, series);

type Frame = readonly (readonly [offset: number, length: number])[];

function frameOf(services: Services, { key }: Visit, one: FiledInstance, frame: Frame): Part {
  const type = `${octets}; transfer-syntax=${one.instance.transferSyntax}`;
  const file = { id: one.fileId, bytes: one.bytes };
  async function* content() {
    for (const [start, length] of frame)
      yield* services.caseFiles.read(key, file, { start, end: start + length });
  }
  return { type, content: content() };
}

function partsAnswer(services: Services, { key }: Visit, instances: readonly FiledInstance[]): Response {
  const all = instances.map((one): Part => ({
    type: `application/dicom; transfer-syntax=${one.instance.transferSyntax}`,
    location: addressOf(one.instance),
    content: services.caseFiles.read(key, { id: one.fileId, bytes: one.bytes }),
  }));
  return answer(multipart(all, "application/dicom"));
}

const answer = ({
  contentType,
  body,
}: {
  readonly contentType: string;
  readonly body: ReadableStream;
}): Response => new Response(body, { headers: { "content-type": contentType, "cache-control": "no-store" } });
