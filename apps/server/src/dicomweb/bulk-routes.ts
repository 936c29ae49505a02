import { buffer } from "node:stream/consumers";
import type { FiledInstance } from "@consilium/interchange";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { seatParameter } from "../api/route-parts.ts";
import type { Services } from "../services.ts";
import { ofInstance, seriesPath } from "./dicomweb-paths.ts";
import { instanceOf, readableSeries } from "./read-study.ts";

const route = createRoute({
  method: "get",
  path: `${seriesPath}/instances/{instance}/bulk/{tag}`,
  summary:
    "A palette's table or an overlay's plane that the metadata names by its address, words little endian",
  request: { params: ofInstance.extend({ tag: z.string().regex(/^[0-9A-F]{8}$/) }), headers: seatParameter },
  responses: {
    200: { description: "The value", content: { "application/octet-stream": {} } },
    ...refusals,
  },
});

const explicitBigEndian = "1.2.840.10008.1.2.2";

/** Bulk data is little endian, whatever the file is (PS3.18, 8.7.3.5). A value of words has an even length. */
const littleEndian = ({ instance }: FiledInstance, bytes: Buffer): Buffer =>
  instance.transferSyntax === explicitBigEndian && bytes.length % 2 === 0 ? bytes.swap16() : bytes;

/** Values that are too long for the metadata: read from the file by their ranges, as frames are. */
export const bulkRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed }).openapi(route, async (c) => {
    const visit = c.get("visit");
    const { study, series, instance, tag } = c.req.valid("param");
    const found = await readableSeries(services, visit, study, series);
    const one = found && instanceOf(found, instance);
    const range = one?.instance.bulk?.[tag];
    if (!found || !one || !range) return refused(c, "no-such-record");
    const [start, length] = range;
    await services.readBook.leaving(visit.seat, `record/${found.recordId}`, length);
    const file = { id: one.fileId, bytes: one.bytes };
    const read = await buffer(services.caseFiles.read(visit.key, file, { start, end: start + length }));
    return new Response(Uint8Array.from(littleEndian(one, read)), {
      headers: { "content-type": "application/octet-stream", "cache-control": "no-store" },
    });
  });
