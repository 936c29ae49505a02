import { isSeated } from "@consilium/clinical";
import {
  caseDetailsOf,
  clocksOfCases,
  type ConferenceRow,
  conferencesToCome,
  findCase,
  lastSpoken,
  type PersonSeat,
  questionRowsOfCases,
  requestRowsOfCases,
  seatsOfCases,
  seatsOfPerson,
} from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import { describeNext } from "../conference/describe-next.ts";
import type { Services } from "../services.ts";
import type { CaseList, CaseListItem } from "./case-schemas.ts";
import { describeClock } from "./describe-clocks.ts";
import { describeGaps } from "./describe-gaps.ts";
import { describePeople, describeSeat } from "./describe-people.ts";
import { describeQuestions } from "./describe-questions.ts";
import { describeRequests } from "./describe-requests.ts";
import { isFoundBy } from "./is-found-by.ts";
import { knowsCase } from "./knows-case.ts";
import { patientAsked } from "./patient-asked.ts";
import { titleFor } from "./told-blind.ts";

export interface CasePage {
  /** The id of the last case of the page before. */
  readonly after: string | null;
  readonly limit: number;
  /** Only cases in which each of these words stands; null: all. */
  readonly words?: string | null;
}

/** Most cases that one search looks through; the next page goes on from there. */
const mostSearched = 500;

/** The cases in which somebody sits now, the newest first. */
export async function listCases(
  services: Services,
  personId: string,
  { after, limit, words = null }: CasePage,
): Promise<z.infer<typeof CaseList>> {
  const now = services.now();
  const seats = await seatsOfPerson(services.open.database, personId);
  const own = seats.filter((seat) => isSeated(seat, now) && seat.role !== "guest");
  const ids = [...new Set(own.map(({ caseId }) => caseId))]
    .toSorted()
    .toReversed()
    .filter((id) => after === null || id < after);
  const items: z.infer<typeof CaseListItem>[] = [];
  let at = 0;
  while (at < ids.length && items.length < limit && at < mostSearched) {
    const some = ids.slice(at, at + limit);
    at += some.length;
    const described = await describeCases(services, personId, some, words);
    items.push(...described.filter((item) => item !== undefined));
    // Without words a case that is not shown was erased: a shorter page is no matter.
    if (words === null) break;
  }
  const shown = items.slice(0, limit);
  const isMore = items.length > limit || at < ids.length;
  const last = items.length > limit ? shown.at(-1)?.id : ids[at - 1];
  return { items: shown, next: isMore ? (last ?? null) : null };
}

async function describeCases(
  services: Services,
  personId: string,
  page: readonly string[],
  words: string | null,
) {
  const { database } = services.open;
  const facts = {
    seats: await seatsOfCases(database, page),
    clocks: await clocksOfCases(database, page),
    questions: await questionRowsOfCases(database, page),
    requests: await requestRowsOfCases(database, page),
    spoke: await lastSpoken(database, page),
    conferences: await conferencesToCome(database, page),
    now: services.now(),
    words,
  };
  return Promise.all(page.map((caseId) => describe(services, personId, caseId, facts)));
}

interface Facts {
  readonly seats: readonly PersonSeat[];
  readonly clocks: Awaited<ReturnType<typeof clocksOfCases>>;
  readonly questions: Awaited<ReturnType<typeof questionRowsOfCases>>;
  readonly requests: Awaited<ReturnType<typeof requestRowsOfCases>>;
  readonly spoke: Awaited<ReturnType<typeof lastSpoken>>;
  readonly conferences: readonly ConferenceRow[];
  readonly now: Date;
  readonly words: string | null;
}

/** Undefined: it was erased, or the words are not found in it. */
async function describe(
  services: Services,
  personId: string,
  caseId: string,
  facts: Facts,
): Promise<z.infer<typeof CaseListItem> | undefined> {
  const { now, words } = facts;
  const row = await findCase(services.open.database, caseId);
  if (!row?.wrappedKey) return undefined;
  const key = await services.keys.of(caseId);
  const of = <T extends { readonly caseId: string }>(rows: readonly T[]) =>
    rows.filter((found) => found.caseId === caseId);
  const seats = of(facts.seats);
  const own = seats.filter((seat) => isOwn(seat, personId, now));
  const [first] = own;
  if (!first) return undefined;
  const details = caseDetailsOf(key, row);
  // Of two seats the list shows what the first one may know: rights are never merged.
  const knows = knowsCase(first);
  const questions = knows ? describeQuestions(key, of(facts.questions), first) : [];
  const requests = knows ? describeRequests(key, of(facts.requests), first) : [];
  const item = {
    id: row.id,
    number: row.number,
    title: titleFor(details, first),
    state: row.state,
    tier: row.tier,
    specialty: row.specialty,
    patient: details.patient,
    clocks: of(facts.clocks).map((clock) => describeClock(key, clock, now, first)),
    firstQuestion: questions.find(({ withdrawn }) => !withdrawn)?.text ?? null,
    people: describePeople(seats, first, now),
    seats: own.map(describeSeat),
    patientAsked: knows && patientAsked(seats, own, of(facts.spoke)),
    conference: describeNext(of(facts.conferences), { row, seat: first, now }),
    workplace: seats.find(({ role }) => role === "referrer")?.workplace ?? null,
  };
  if (words !== null && !isFoundBy(item, words)) return undefined;
  const missing = knows ? await describeGaps(services, { row, key, details }, first, requests) : [];
  return { ...item, missing };
}

const isOwn = (seat: PersonSeat, personId: string, now: Date): boolean =>
  seat.personId === personId && isSeated(seat, now) && seat.role !== "guest";
