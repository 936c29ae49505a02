import type { DicomJson } from "@consilium/interchange";
import { createRoute, OpenAPIHono, type z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { ApiEnvironment, Visit } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { onCase, seatParameter } from "../api/route-parts.ts";
import type { Services } from "../services.ts";
import {
  type Findable,
  findableInstances,
  findableSeries,
  findableStudies,
  metadataOf,
  saidOf,
} from "./dicom-answers.ts";
import { ofInstance, ofSeries, ofStudy, seriesPath, studiesPath } from "./dicomweb-paths.ts";
import { fits, qidoQuery } from "./qido-query.ts";
import { instanceOf, readableSeries, readableStudies } from "./read-study.ts";

const dicomweb = "/cases/{caseId}/dicomweb";

const route = <Path extends string, Params extends z.ZodObject>(
  path: Path,
  summary: string,
  params: Params,
) =>
  createRoute({
    method: "get",
    path,
    summary,
    request: { params, headers: seatParameter },
    responses: {
      200: { description: "DICOM JSON", content: { "application/dicom+json": {} } },
      204: { description: "There is none" },
      ...refusals,
    },
  });

/** By what must fit, `includefield`, `limit` and `offset` (PS3.18, 8.3.4). */
const search = {
  studies: route(studiesPath, "QIDO-RS: the studies of a case", onCase),
  allSeries: route(`${dicomweb}/series`, "QIDO-RS: the series of a case", onCase),
  allInstances: route(`${dicomweb}/instances`, "QIDO-RS: the instances of a case", onCase),
  series: route(`${studiesPath}/{study}/series`, "QIDO-RS: the series of a study", ofStudy),
  studyInstances: route(`${studiesPath}/{study}/instances`, "QIDO-RS: the instances of a study", ofStudy),
  instances: route(
    `${seriesPath}/instances`,
    "QIDO-RS: the instances of a series, in the order in which they are looked at",
    ofSeries,
  ),
};

const metadata = {
  study: route(`${studiesPath}/{study}/metadata`, "WADO-RS: metadata of a study", ofStudy),
  series: route(
    `${seriesPath}/metadata`,
    "WADO-RS: metadata of a series, in the order in which it is looked at",
    ofSeries,
  ),
  instance: route(
    `${seriesPath}/instances/{instance}/metadata`,
    "WADO-RS: metadata of an instance",
    ofInstance,
  ),
};

/** What there is, and what it is: without the bytes of files. */
export const describingRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .route("/", searchRoutes(services))
    .route("/", metadataRoutes(services));

function searchRoutes(services: Services) {
  const found = finder(services);
  const all = (c: Context<ApiEnvironment>, study?: string) =>
    readableStudies(services, c.get("visit"), study);
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(search.studies, async (c) => found(c, findableStudies(await all(c))))
    .openapi(search.allSeries, async (c) => found(c, (await all(c)).map(findableSeries)))
    .openapi(search.allInstances, async (c) => found(c, (await all(c)).flatMap(findableInstances)))
    .openapi(search.series, async (c) => {
      const series = await all(c, c.req.valid("param").study);
      return found(c, series.map(findableSeries));
    })
    .openapi(search.studyInstances, async (c) => {
      const series = await all(c, c.req.valid("param").study);
      return found(c, series.flatMap(findableInstances));
    })
    .openapi(search.instances, async (c) => {
      const { study, series } = c.req.valid("param");
      const one = await readableSeries(services, c.get("visit"), study, series);
      return one ? found(c, findableInstances(one)) : refused(c, "no-such-record");
    });
}

function metadataRoutes(services: Services) {
  const describe = describer(services);
  const seriesAsked = (visit: Visit, { study, series }: z.infer<typeof ofSeries>) =>
    readableSeries(services, visit, study, series);
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(metadata.study, async (c) => {
      const all = await readableStudies(services, c.get("visit"), c.req.valid("param").study);
      if (all.length === 0) return refused(c, "no-such-record");
      const instances = all.flatMap(({ index }) => index.instances);
      return describe(
        c.get("visit"),
        all.map(({ recordId }) => recordId),
        instances.map((one) => metadataOf(one, "study")),
      );
    })
    .openapi(metadata.series, async (c) => {
      const found = await seriesAsked(c.get("visit"), c.req.valid("param"));
      if (!found) return refused(c, "no-such-record");
      const instances = found.index.instances.map((one) => metadataOf(one, "series"));
      return describe(c.get("visit"), [found.recordId], instances);
    })
    .openapi(metadata.instance, async (c) => {
      const found = await seriesAsked(c.get("visit"), c.req.valid("param"));
      const one = found && instanceOf(found, c.req.valid("param").instance);
      if (!one) return refused(c, "no-such-record");
      return describe(c.get("visit"), [found.recordId], [metadataOf(one, "instance")]);
    });
}

/** Answers a search with the part of what fits that was asked for. */
function finder(services: Services) {
  const describe = describer(services);
  return async (c: Context<ApiEnvironment>, all: readonly Findable[]) => {
    const query = qidoQuery(new URL(c.req.url).searchParams);
    if (!query.ok) return refused(c, "wrong-parameter", { parameter: query.reason });
    const { limit, offset, include, isFuzzy } = query.value;
    const fitting = all.filter(({ json }) => fits(query.value, json));
    const part = fitting.slice(offset, offset + limit);
    const answer = await describe(
      c.get("visit"),
      part.map(({ recordId }) => recordId),
      part.map((one) => saidOf(one, include)),
    );
    const more = fitting.length - offset - part.length;
    if (more > 0) answer.headers.append("warning", warning(`There are ${more} additional results`));
    if (isFuzzy) answer.headers.append("warning", warning("Only literal matching has been performed"));
    return answer;
  };
}

/** In the words of PS3.18, 8.3.4.4 and 10.6.1.2. */
const warning = (words: string): string => `299 consilium "${words}."`;

/** Books what leaves of each record, and answers with it. */
const describer =
  ({ readBook }: Services) =>
  async ({ seat }: Visit, records: readonly string[], found: readonly DicomJson[]): Promise<Response> => {
    const body = JSON.stringify(found);
    for (const record of new Set(records)) await readBook.leaving(seat, `record/${record}`, body.length);
    const headers = { "content-type": "application/dicom+json", "cache-control": "no-store" };
    return found.length === 0
      ? new Response(null, { status: 204, headers: { "cache-control": "no-store" } })
      : new Response(body, { headers });
  };
