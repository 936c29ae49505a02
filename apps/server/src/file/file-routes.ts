import { mayReadRecord, recordsAccess, type StoredFile } from "@consilium/clinical";
import { findFiles, type FoundFile } from "@consilium/database";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment, Visit } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { onCase, seatParameter } from "../api/route-parts.ts";
import { Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import { rangeOf } from "./byte-range.ts";

const bytes = { description: "The bytes, or a range of them", content: { "application/octet-stream": {} } };

const read = createRoute({
  method: "get",
  path: "/cases/{caseId}/files/{fileId}",
  summary: "A file of a record, whole or by range",
  request: {
    params: onCase.extend({ fileId: Ulid }),
    headers: seatParameter,
    query: z.object({ download: z.string().max(1).optional() }),
  },
  responses: { 200: bytes, 206: bytes, ...refusals },
});

/** Files as they are kept. Whoever may read the record may read its files. */
export function fileRoutes(services: Services) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed }).openapi(read, async (c) => {
    const visit = c.get("visit");
    const { fileId } = c.req.valid("param");
    const found = await findReadable(services, visit, fileId);
    if (!found) return refused(c, "no-such-file");
    const { file, recordId } = found;
    const asked = rangeOf(c.req.header("range"), file.bytes);
    if (asked === "none") return refused(c, "range-not-there");
    const range = asked ?? { start: 0, end: file.bytes };
    await services.readBook.leaving(visit.seat, `record/${recordId}`, range.end - range.start);
    const body = ReadableStream.from(services.caseFiles.read(visit.key, file, range));
    const headers = headersOf(file, c.req.valid("query").download !== undefined);
    headers.set("content-length", String(range.end - range.start));
    if (asked) headers.set("content-range", `bytes ${range.start}-${range.end - 1}/${file.bytes}`);
    return new Response(body, { status: asked ? 206 : 200, headers });
  });
}

/** Undefined also where a blind specialist may not know that there is one. */
export async function findReadable(
  services: Services,
  { seat, facts, key }: Visit,
  fileId: string,
): Promise<FoundFile | undefined> {
  const access = recordsAccess(seat, facts, services.now());
  const found = (await findFiles(services.open.database, key, [fileId])).get(fileId);
  return found && mayReadRecord(access, { id: found.recordId, reveals: found.reveals }) ? found : undefined;
}

/** What a file holds runs nowhere, whatever it says it is. */
function headersOf({ name, mediaType, sha256 }: StoredFile, isDownload: boolean): Headers {
  return new Headers({
    "accept-ranges": "bytes",
    "cache-control": "no-store",
    "content-disposition": `${isDownload ? "attachment" : "inline"}; filename*=UTF-8''${encodeURIComponent(name)}`,
    "content-security-policy": "sandbox; default-src 'none'",
    "content-type": mediaType,
    etag: `"${sha256}"`,
    "x-content-type-options": "nosniff",
  });
}
