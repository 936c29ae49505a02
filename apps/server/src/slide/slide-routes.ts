import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment, Visit } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { onCase, seatParameter } from "../api/route-parts.ts";
import { Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import { findSlide, findTile, type TileBytes } from "./find-slide.ts";

const count = z.coerce.number().int().nonnegative().max(1_000_000);

const tile = createRoute({
  method: "get",
  path: "/cases/{caseId}/slides/{recordId}/{level}/{column}/{row}",
  summary: "A tile of a slide: its level, the last of which is the whole picture, its column and its row",
  request: {
    params: onCase.extend({ recordId: Ulid, level: count, column: count, row: count }),
    headers: seatParameter,
  },
  responses: {
    200: { description: "The picture", content: { "image/jpeg": {}, "image/png": {} } },
    ...refusals,
  },
});

/** A tile never changes; it stays with its reader for as long as a slide is looked at. */
const seconds = 15 * 60;

/** Slides for viewers, tile by tile, behind the same rights as their records. */
export const slideRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed }).openapi(tile, async (c) => {
    const visit = c.get("visit");
    const { recordId, ...place } = c.req.valid("param");
    const slide = await findSlide(services, visit, recordId);
    const tileBytes = slide && (await findTile(services, visit, slide, place));
    if (!slide || !tileBytes) return refused(c, "no-such-tile");
    const length = tileBytes.ranges.reduce((sum, [, each]) => sum + each, 0);
    await services.readBook.leaving(visit.seat, `record/${recordId}`, length);
    return new Response(ReadableStream.from(contentOf(services, visit, tileBytes)), {
      headers: {
        "cache-control": `private, max-age=${seconds}, immutable`,
        "content-length": String(length),
        "content-security-policy": "sandbox; default-src 'none'",
        "content-type": slide.content.tiles.mediaType,
        vary: "Cookie, Consilium-Seat",
        "x-content-type-options": "nosniff",
      },
    });
  });

async function* contentOf({ caseFiles }: Services, { key }: Visit, { file, ranges }: TileBytes) {
  for (const [start, length] of ranges) yield* caseFiles.read(key, file, { start, end: start + length });
}
