import { documentAccess, type Seat, shareFor } from "@consilium/clinical";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";

/**
 * From which sequence on somebody sees how an opinion came to be: the specialists of the case from its first word, others
 * from the moment at which the living draft was shared with them (SY-8). Whoever was given a version sees versions only.
 */
export function historySince(
  { seat, facts }: Pick<Visit, "seat" | "facts">,
  opinionId: string,
  now: Date,
): Result<number, RefusalReason> {
  if (!facts.opinions.some(({ id }) => id === opinionId)) return refuse("no-such-document");
  const { read } = documentAccess({ kind: "opinion", id: opinionId }, seat, facts, now);
  if (read !== "live") return refuse("no-right");
  if (seesAll(seat)) return ok(0);
  const share = shareFor(facts, opinionId, seat);
  return share ? ok(share.fromSequence) : refuse("no-right");
}

const seesAll = ({ role }: Seat): boolean => role === "specialist";
