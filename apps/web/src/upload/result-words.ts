import { type RecordKind, recordKinds } from "@consilium/clinical";
import type { Delivery, Outcome } from "./delivery-api.ts";

export interface KindCount {
  readonly kind: RecordKind | "other";
  readonly count: number;
}

/**
 * How many records of each kind a delivery became, in the order a reader looks for them. Those that this seat does not see, or
 * that were filed anew since, are `other`.
 */
export function countKinds(
  ids: readonly string[],
  records: readonly { readonly id: string; readonly kind: RecordKind }[],
): readonly KindCount[] {
  const kinds = new Map(records.map(({ id, kind }) => [id, kind]));
  const counts = new Map<KindCount["kind"], number>();
  for (const id of ids) {
    const kind = kinds.get(id) ?? "other";
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...recordKinds, "other" as const].flatMap((kind) => {
    const count = counts.get(kind);
    return count === undefined ? [] : [{ kind, count }];
  });
}

/** What a delivery came to, in one word. */
export type ResultSentence = "became" | "known" | "nothing";

/** `outcomes` undefined: not asked for yet. */
export function resultOf(
  { records, notRead }: Pick<Delivery, "records" | "notRead">,
  outcomes: readonly Outcome[] | undefined,
): ResultSentence {
  if (records.length > 0) return "became";
  return notRead === 0 && outcomes?.some(({ is }) => is === "duplicate") ? "known" : "nothing";
}

/** Whether there is nothing more to say of a delivery's files than which records they became. */
export const isReadInFull = ({ notRead, notWhole }: Pick<Delivery, "notRead" | "notWhole">): boolean =>
  notRead + notWhole.files + notWhole.things + notWhole.images === 0;

/** Files with the same reason together, in the order in which they were found: those not read, or those that were and are not whole. */
export const byReason = (
  outcomes: readonly Outcome[],
  are: "not-read" | "kept" = "not-read",
): ReadonlyMap<NonNullable<Outcome["reason"]> | "unknown", readonly Outcome[]> =>
  Map.groupBy(
    outcomes.filter(({ is, reason }) => is === are && (is === "not-read" || reason !== null)),
    ({ reason }) => reason ?? "unknown",
  );
