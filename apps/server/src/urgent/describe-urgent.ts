import { isClinician, type Seat } from "@consilium/clinical";
import type { UrgentFinding } from "@consilium/database";
import { z } from "@hono/zod-openapi";
import { Instant, Ulid } from "../case/case-schemas.ts";

export const UrgentAnswer = z
  .object({
    id: Ulid,
    /** The seat that raised it. */
    by: Ulid,
    /** `record/<id>`, or an opinion's name. */
    place: z.string(),
    recipient: Ulid,
    second: Ulid.nullable(),
    /** Null for a coordinator whom it does not name. */
    what: z.string().nullable(),
    channel: z.string().nullable(),
    raised: Instant,
    due: Instant,
    escalated: Instant.nullable(),
    acknowledged: Instant.nullable(),
    acknowledgedBy: Ulid.nullable(),
    /** Whether this seat may say that they have it. */
    mayAcknowledge: z.boolean(),
  })
  .openapi("UrgentFinding");

/** One finding as a seat may see it, with each of its steps. Undefined: they do not see it. */
export function describeUrgent(finding: UrgentFinding, seat: Seat): z.infer<typeof UrgentAnswer> | undefined {
  const { recipientSeatId: recipient, secondSeatId: second } = finding;
  const isNamed = recipient === seat.id || second === seat.id;
  const isInvolved = isNamed || finding.seatId === seat.id;
  const isBlind = seat.mode === "blind" && seat.revealedAt === null;
  if (!(isClinician(seat) || seat.role === "coordinator") || (isBlind && !isInvolved)) return undefined;
  const readsWords = isClinician(seat) || isNamed;
  return {
    id: finding.id,
    by: finding.seatId,
    place: finding.place,
    recipient,
    second,
    what: readsWords ? finding.what : null,
    channel: readsWords ? finding.channel : null,
    raised: finding.raisedAt.toISOString(),
    due: finding.dueAt.toISOString(),
    escalated: finding.escalatedAt?.toISOString() ?? null,
    acknowledged: finding.acknowledgedAt?.toISOString() ?? null,
    acknowledgedBy: finding.acknowledgedBy,
    mayAcknowledge: finding.acknowledgedAt === null && (isNamed || seat.role === "coordinator"),
  };
}
