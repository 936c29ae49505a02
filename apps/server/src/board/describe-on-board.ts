import {
  type BoardCase,
  boardColumn,
  type DoNow,
  doNow,
  isSeated,
  metAt,
  offerState,
} from "@consilium/clinical";
import {
  type CaseClock,
  caseDetailsOf,
  type CaseKey,
  type CaseRow,
  type ConferenceRow,
  findCase,
  type offersOfCases,
  type openVisits,
  type PersonSeat,
  type requestRowsOfCases,
  requestWordsOf,
  type troubledDeliveries,
  type UnreadBy,
} from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import { describeClock } from "../case/describe-clocks.ts";
import { describePeople, describeSeat } from "../case/describe-people.ts";
import { describeNext } from "../conference/describe-next.ts";
import type { Services } from "../services.ts";
import type { BoardItem, DoNowAnswer } from "./board-schemas.ts";
import type { Programme } from "./programmes.ts";
import { changesOf, currentReport, describeReport } from "./report-on-board.ts";

/** The rows of one case, read for all cases at once. */
export interface RowsOfCase {
  readonly seats: readonly PersonSeat[];
  readonly clocks: readonly CaseClock[];
  readonly requests: Awaited<ReturnType<typeof requestRowsOfCases>>;
  readonly offers: Awaited<ReturnType<typeof offersOfCases>>;
  readonly deliveries: Awaited<ReturnType<typeof troubledDeliveries>>;
  /** In which somebody may still come. */
  readonly conferences: readonly ConferenceRow[];
  /** Who has read what no longer stands, and has not said that they know. */
  readonly changes: readonly UnreadBy[];
  readonly visits: Awaited<ReturnType<typeof openVisits>>;
}

interface Asked {
  readonly caseId: string;
  readonly personId: string;
  readonly now: Date;
  readonly programmeOf: (organisationId: string) => Promise<Programme>;
}

type Item = z.infer<typeof BoardItem>;

/** Who coordinates reads no case blind. */
const coordinator = { mode: null, revealedAt: null } as const;

/** Undefined: it is not submitted yet, is over, or was erased. */
export async function describeOnBoard(
  services: Services,
  { caseId, personId, now, programmeOf }: Asked,
  rows: RowsOfCase,
): Promise<Item | undefined> {
  const row = await findCase(services.open.database, caseId);
  const column = row && boardColumn({ state: row.state, interrupted: row.pausedFrom });
  if (!row?.wrappedKey || !column) return undefined;
  const key = await services.keys.of(caseId);
  const programme = () => programmeOf(row.organisationId);
  const report = column === "delivered" ? await currentReport(services, key, rows.seats, programme) : null;
  const changes = await changesOf(rows.changes, programme);
  const facts = { ...factsOf(row, rows, now), report, changes };
  const { title, patient } = caseDetailsOf(key, row);
  const own = rows.seats.filter(
    (seat) => seat.personId === personId && seat.role === "coordinator" && isSeated(seat, now),
  );
  return {
    id: row.id,
    number: row.number,
    title,
    specialty: row.specialty,
    tier: row.tier,
    state: row.state,
    interrupted: row.pausedFrom,
    column,
    patient,
    clocks: rows.clocks.map((clock) => describeClock(key, clock, now, coordinator)),
    people: describePeople(rows.seats, { personId, role: "coordinator" }, now),
    seats: own.map(describeSeat),
    ...countRequests(rows),
    offered: rows.offers.filter(({ offer }) => offerState(offer, now) === "offered").map(({ name }) => name),
    hasAuthor: facts.hasAuthor,
    report: report && describeReport(report),
    unaware: namesOf(rows, idsOfUnaware(rows)),
    conference: describeNext(rows.conferences, { row, seat: own[0], now }),
    doNow: doNow(facts, now).map((thing) => describeThing(key, rows, thing)),
  };
}

const idsOfUnaware = ({ changes }: RowsOfCase): readonly string[] => changes.map(({ seatId }) => seatId);

function countRequests({ requests }: RowsOfCase): Pick<Item, "asked" | "missing"> {
  const asked = requests.filter(({ state }) => state !== "withdrawn");
  return { asked: asked.length, missing: asked.filter(({ state }) => state === "open").length };
}

/** In the order in which they came to the case. */
const namesOf = ({ seats }: RowsOfCase, ids: readonly string[]): string[] => [
  ...new Set(seats.filter(({ id }) => ids.includes(id)).map(({ name }) => name)),
];

function factsOf(row: CaseRow, rows: RowsOfCase, now: Date): Omit<BoardCase, "report" | "changes"> {
  return {
    state: row.state,
    interrupted: row.pausedFrom,
    clocks: rows.clocks.map((clock) => {
      const isMet = metAt({ ...clock, pausedSince: clock.pause?.fromAt ?? null }, now) !== null;
      return { kind: clock.kind, state: isMet ? "met" : clock.state, due: clock.dueAt };
    }),
    requests: rows.requests
      .filter(({ state }) => state === "open")
      .map(({ id, dueAt }) => ({ id, due: dueAt })),
    offers: rows.offers.map(({ offer }) => ({
      id: offer.id,
      state: offerState(offer, now),
      due: offer.answeredAt ?? offer.dueAt,
    })),
    hasAuthor: rows.seats.some(
      (seat) => seat.role === "specialist" && seat.mode === "author" && isSeated(seat, now),
    ),
    deliveries: rows.deliveries.map(({ id, at, notRead, state }) => ({
      id,
      at,
      notRead,
      asks: state === "asking",
    })),
    visits: rows.visits,
  };
}

function describeThing(
  key: CaseKey,
  rows: RowsOfCase,
  { at, seats, ...thing }: DoNow,
): z.infer<typeof DoNowAnswer> {
  const { requests, offers } = rows;
  if (seats.length > 0) return { ...thing, at: at.toISOString(), name: namesOf(rows, seats).join(", ") };
  const request = requests.find(({ id }) => id === thing.about);
  const asked = offers.find(({ offer }) => offer.id === thing.about);
  const name = request ? requestWordsOf(key, request).what : (asked?.name ?? null);
  return { ...thing, at: at.toISOString(), name };
}
