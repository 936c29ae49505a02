import { isSeated } from "@consilium/clinical";
import {
  caseDetailsOf,
  clocksOfCases,
  findCase,
  lastSpoken,
  type PersonSeat,
  questionRowsOfCases,
  requestRowsOfCases,
  seatsOfCases,
  seatsOfPerson,
} from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import type { Services } from "../services.ts";
import type { CaseList, CaseListItem } from "./case-schemas.ts";
import { describeClock } from "./describe-clocks.ts";
import { describePeople, describeSeat } from "./describe-people.ts";
import { describeQuestions } from "./describe-questions.ts";
import { describeRequests } from "./describe-requests.ts";
import { knowsCase } from "./knows-case.ts";
import { patientAsked } from "./patient-asked.ts";
import { titleFor } from "./told-blind.ts";

export interface CasePage {
  /** The id of the last case of the page before. */
  readonly after: string | null;
  readonly limit: number;
}

/** The cases in which somebody sits now, the newest first. */
export async function listCases(
  services: Services,
  personId: string,
  { after, limit }: CasePage,
): Promise<z.infer<typeof CaseList>> {
  const { database } = services.open;
  const now = services.now();
  const seats = await seatsOfPerson(database, personId);
  const own = seats.filter((seat) => isSeated(seat, now) && seat.role !== "guest");
  const ids = [...new Set(own.map(({ caseId }) => caseId))]
    .toSorted()
    .toReversed()
    .filter((id) => after === null || id < after);
  const page = ids.slice(0, limit);
  const facts = {
    seats: await seatsOfCases(database, page),
    clocks: await clocksOfCases(database, page),
    questions: await questionRowsOfCases(database, page),
    requests: await requestRowsOfCases(database, page),
    spoke: await lastSpoken(database, page),
  };
  const items = await Promise.all(page.map((caseId) => describe(services, personId, caseId, facts, now)));
  return {
    items: items.filter((item) => item !== undefined),
    next: ids.length > limit ? (page.at(-1) ?? null) : null,
  };
}

interface Facts {
  readonly seats: readonly PersonSeat[];
  readonly clocks: Awaited<ReturnType<typeof clocksOfCases>>;
  readonly questions: Awaited<ReturnType<typeof questionRowsOfCases>>;
  readonly requests: Awaited<ReturnType<typeof requestRowsOfCases>>;
  readonly spoke: Awaited<ReturnType<typeof lastSpoken>>;
}

/** Undefined: it was erased. */
async function describe(
  services: Services,
  personId: string,
  caseId: string,
  facts: Facts,
  now: Date,
): Promise<z.infer<typeof CaseListItem> | undefined> {
  const row = await findCase(services.open.database, caseId);
  if (!row?.wrappedKey) return undefined;
  const key = await services.keys.of(caseId);
  const of = <T extends { readonly caseId: string }>(rows: readonly T[]) =>
    rows.filter((found) => found.caseId === caseId);
  const seats = of(facts.seats);
  const own = seats.filter(
    (seat) => seat.personId === personId && isSeated(seat, now) && seat.role !== "guest",
  );
  const [first] = own;
  if (!first) return undefined;
  const details = caseDetailsOf(key, row);
  // Of two seats the list shows what the first one may know: rights are never merged.
  const knows = knowsCase(first);
  const questions = knows ? describeQuestions(key, of(facts.questions), first) : [];
  const requests = knows ? describeRequests(key, of(facts.requests), first) : [];
  return {
    id: row.id,
    number: row.number,
    title: titleFor(details, first),
    state: row.state,
    tier: row.tier,
    specialty: row.specialty,
    patient: details.patient,
    clocks: of(facts.clocks).map((clock) => describeClock(key, clock, now, first)),
    firstQuestion: questions.find(({ withdrawn }) => !withdrawn)?.text ?? null,
    missing: requests.filter(({ state }) => state === "open").map(({ what }) => what),
    people: describePeople(seats, personId, now),
    seats: own.map(describeSeat),
    patientAsked: knows && patientAsked(seats, own, of(facts.spoke)),
    workplace: seats.find(({ role }) => role === "referrer")?.workplace ?? null,
  };
}
