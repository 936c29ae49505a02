import { isPatientSide, type Seat } from "@consilium/clinical";
import { type AnswerPlace, type CaseKey, type requestRowsOfCases, requestWordsOf } from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import { placeLimits } from "../answer-place/place-limits.ts";
import type { RecordRequest } from "./case-schemas.ts";
import { instant } from "./describe-clocks.ts";
import { readsBlind } from "./reads-blind.ts";

type RequestRow = Awaited<ReturnType<typeof requestRowsOfCases>>[number];

const states = {
  open: "open",
  received: "here",
  unavailable: "unavailable",
  "not-applicable": "not-applicable",
} as const;

export type RequestAnswer = z.infer<typeof RecordRequest>;

/**
 * A request that was taken back is not shown. Who reads blind is told what is asked for, and none of the words around it: these may
 * tell the first opinion.
 */
export function describeRequests(
  key: CaseKey,
  rows: readonly RequestRow[],
  seat: Pick<Seat, "role" | "mode" | "revealedAt">,
  places: readonly AnswerPlace[] = [],
): RequestAnswer[] {
  const isBlind = readsBlind(seat);
  const placeOf = new Map(places.map((place) => [place.requestId, place]));
  return rows.flatMap((row) => {
    if (row.state === "withdrawn") return [];
    const { what, from, message, why, answer, answeredBy, item, of, address } = requestWordsOf(key, row);
    return [
      {
        id: row.id,
        item: item ?? null,
        what,
        from,
        of: of ?? null,
        by: row.seatId,
        message: isBlind ? null : message,
        why: isBlind || isPatientSide(seat) ? null : why,
        asked: row.askedAt.toISOString(),
        due: instant(row.dueAt),
        state: states[row.state],
        required: row.required,
        answered: instant(row.answeredAt),
        answeredBy: answeredBy ?? null,
        answer: isBlind ? null : answer,
        place: address && isAsking(seat) ? describePlace(address, placeOf.get(row.id)) : null,
      },
    ];
  });
}

/** Addresses are for those who may ask. */
const isAsking = ({ role, mode }: Pick<Seat, "role" | "mode">): boolean =>
  role === "coordinator" || role === "referrer" || (role === "specialist" && mode === "author");

const describePlace = (address: string, place: AnswerPlace | undefined): RequestAnswer["place"] =>
  place
    ? {
        address,
        expires: place.expiresAt.toISOString(),
        opened: place.opened,
        lastOpened: instant(place.lastOpenedAt),
        isLocked: place.failures >= placeLimits.failures,
        reminders: place.reminders,
      }
    : null;
