import type { z } from "@hono/zod-openapi";
import { aboutAnother, type Outcome } from "./delivery-schemas.ts";
import type { Kept, ReadingToKeep } from "./keep-reading.ts";
import { recordsWithin } from "./paths.ts";

type Word = z.infer<typeof Outcome>;

/** The last word on each file: an archive's is about all that is in it. */
export function outcomesOf({ result, leftOut }: ReadingToKeep, { recordsAt, duplicates }: Kept): Word[] {
  const within = recordsWithin(recordsAt);
  return result.outcomes.map(({ path, bytes, is, reason }): Word => {
    if (leftOut.has(path)) return { path, bytes, is: "not-read", reason: aboutAnother, records: [] };
    const records = [...(within.get(path) ?? [])];
    if (duplicates.has(path)) return { path, bytes, is: "duplicate", reason: null, records };
    return { path, bytes, is, reason, records: is === "kept" ? records : [] };
  });
}
