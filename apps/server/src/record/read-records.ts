import { mayReadRecord, recordsAccess, recordSchema } from "@consilium/clinical";
import { findRecord, newestOf, recordsOf, replacementsOf, type StoredRecord } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { z } from "@hono/zod-openapi";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import type { Services } from "../services.ts";
import type { RecordAnswer } from "./record-schemas.ts";

export interface RecordList {
  readonly items: z.infer<typeof RecordAnswer>[];
  readonly next: string | null;
}

/** A page of a case's records, in the order in which they came. Revealing ones are not there for a blind specialist. */
export async function listRecords(
  services: Services,
  visit: Visit,
  page: { readonly after: string | null; readonly limit: number },
): Promise<Result<RecordList, RefusalReason>> {
  const { seat, facts, row, key } = visit;
  const access = recordsAccess(seat, facts, services.now());
  if (!access.read) return refuse("no-right");
  const { withoutRevealing } = access;
  const limit = page.limit + 1;
  const found = await recordsOf(services.open.database, key, row.id, {
    after: page.after,
    limit,
    withoutRevealing,
  });
  const replaced = whatEachReplaces(await replacementsOf(services.open.database, row.id));
  const items = found.slice(0, page.limit).map((record) => describeRecord(record, replaced));
  return ok({ items, next: found.length > page.limit ? (items.at(-1)?.id ?? null) : null });
}

export async function readRecord(
  services: Services,
  { seat, facts, row, key }: Visit,
  recordId: string,
  /** As it was, though it may be replaced; else what it was filed anew as. */
  isExact = false,
): Promise<Result<z.infer<typeof RecordAnswer>, RefusalReason>> {
  const access = recordsAccess(seat, facts, services.now());
  if (!access.read && access.presented === null) return refuse("no-right");
  const replacements = await replacementsOf(services.open.database, row.id);
  const id = isExact ? recordId : newestOf(replacements, recordId);
  const found = await findRecord(services.open.database, key, row.id, id);
  // The files of a study go to what it was filed anew as.
  if (found?.replacedBy && found.kind === "imaging-study") return refuse("no-such-record");
  // A blind specialist is not told that there is something that they do not see.
  if (!found || !mayReadRecord(access, found)) return refuse("no-such-record");
  return ok(describeRecord(found, whatEachReplaces(replacements)));
}

type Replacements = ReadonlyMap<string, string>;

const whatEachReplaces = (replacements: Replacements): ReadonlyMap<string, readonly string[]> =>
  Map.groupBy(replacements.keys(), (id) => newestOf(replacements, id));

const describeRecord = (
  { id, content, reveals, addedAt, seatId, requestId = null }: StoredRecord,
  replaced: ReadonlyMap<string, readonly string[]>,
) => ({
  ...recordSchema.parse(content),
  revealsFirstOpinion: reveals,
  added: addedAt.toISOString(),
  by: seatId,
  request: requestId,
  replaces: [...(replaced.get(id) ?? [])],
});
