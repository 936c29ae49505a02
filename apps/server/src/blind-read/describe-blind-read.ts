import { parseDocumentName, type Seat } from "@consilium/clinical";
import { documentsOfCase, recordsOf } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { z } from "@hono/zod-openapi";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import type { Services } from "../services.ts";
import type { BlindRead } from "./blind-read-routes.ts";

/** Most records of a case that are counted. */
const mostRecords = 100_000;

/** Where somebody's blind read stands, and how much is hidden from them until they reveal: a number, never a name. */
export async function describeBlindRead(
  services: Services,
  visit: Visit,
): Promise<Result<z.infer<typeof BlindRead>, RefusalReason>> {
  const { seat, facts } = visit;
  if (seat.mode !== "blind") return refuse("no-right");
  const own = facts.opinions.find(({ authors, state }) => state !== "abandoned" && authors.includes(seat.id));
  if (!own) return refuse("no-such-document");
  if (seat.revealedAt !== null) return ok({ opinion: own.id, state: "revealed", hidden: 0 });
  const hidden = await countHidden(services, visit, own.id);
  return ok({ opinion: own.id, state: own.state === "draft" ? "reading" : "finished", hidden });
}

/** Records that reveal, what others have written, and what was told and planned before. */
async function countHidden(
  services: Services,
  { row, key }: Pick<Visit, "row" | "key">,
  own: string,
): Promise<number> {
  const { database } = services.open;
  const page = { after: null, limit: mostRecords, withoutRevealing: false };
  const records = await recordsOf(database, key, row.id, page);
  const documents = await documentsOfCase(database, row.id);
  const texts = documents.filter(({ name, sequence }) => {
    const parsed = parseDocumentName(name);
    if (!parsed || sequence === 0) return false;
    if (parsed.kind === "opinion") return parsed.id !== own;
    return parsed.kind === "story.prior" || parsed.kind === "referral.prior" || parsed.kind === "addendum";
  });
  return records.filter(({ reveals }) => reveals).length + texts.length;
}

/** Whether a seat has finished all that it reads blind: then it may be shown the first opinion. */
export const hasFinished = (
  { opinions }: Pick<Visit["facts"], "opinions">,
  seat: Pick<Seat, "id">,
): boolean => {
  const own = opinions.filter(({ authors, state }) => state !== "abandoned" && authors.includes(seat.id));
  return own.length > 0 && own.every(({ state }) => state === "locked");
};
