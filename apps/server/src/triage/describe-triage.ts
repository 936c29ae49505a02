import { offerState, rankCandidates } from "@consilium/clinical";
import {
  caseDetailsOf,
  clockExtensionsOf,
  colleaguesOf,
  offerOf,
  offersOfCases,
  type PersonSeat,
  questionRowsOfCases,
  questionWordsOf,
  seatsOfCases,
} from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import type { Visit } from "../api/api-context.ts";
import { instant } from "../case/describe-clocks.ts";
import { isSeatedAs } from "../case/give-seat.ts";
import { programmeOf } from "../case/move-clocks.ts";
import type { Services } from "../services.ts";
import { placeBesidePatient } from "./place-beside-patient.ts";
import type { OfferInCase, TriageAnswer } from "./triage-schemas.ts";

/** What the coordinator decides by: what reveals the first opinion, who could take the case, and who is asked. */
export async function describeTriage(
  services: Services,
  visit: Visit,
): Promise<z.infer<typeof TriageAnswer>> {
  const { row, key } = visit;
  const { database } = services.open;
  const { country, language } = caseDetailsOf(key, row);
  const { days } = await programmeOf({ transaction: database, row });
  const extensions = await clockExtensionsOf(database, key);
  return {
    questions: await describeAsked(services, visit),
    country,
    language,
    candidates: await describeCandidates(services, visit),
    offers: await describeOffers(services, visit),
    extensions: extensions.map(({ id, clockId, fromDue, toDue, at, seatId, reason }) => ({
      id,
      clock: clockId,
      from: fromDue.toISOString(),
      to: toDue.toISOString(),
      at: at.toISOString(),
      by: seatId,
      reason,
    })),
    calendar: days.source,
  };
}

async function describeAsked({ open: { database } }: Services, { row, key }: Visit) {
  const rows = await questionRowsOfCases(database, [row.id]);
  return rows.map((asked) => ({
    id: asked.id,
    rank: asked.rank,
    withdrawn: asked.withdrawnAt !== null,
    ...questionWordsOf(key, asked),
  }));
}

async function describeCandidates(services: Services, { row, key }: Visit) {
  const { database } = services.open;
  const now = services.now();
  const { country, language } = caseDetailsOf(key, row);
  const seats = await seatsOfCases(database, [row.id]);
  const colleagues = await colleaguesOf(database, row.organisationId, now);
  const free = colleagues
    .filter(({ id }) => !isSeatedAs("specialist", id, seats, now))
    .map((colleague) => ({ ...colleague, place: placeBesidePatient(colleague.id, seats, now) }));
  const needs = { specialty: row.specialty, language, country, workplaces: workplacesOf(seats) };
  return rankCandidates(free, needs).map(({ candidate, fit, conflict }) => {
    const { id, name, initials, profession, workplace, licence, load, place, practice } = candidate;
    return {
      id,
      name,
      initials,
      profession,
      workplace,
      licence,
      load,
      place,
      practice: practice && {
        specialties: practice.specialties,
        languages: practice.languages,
        countries: practice.countries,
        most: practice.most,
        takes: practice.takes,
      },
      fit: { ...fit },
      conflict,
    };
  });
}

/** Of whoever refers and treats. */
const workplacesOf = (seats: readonly PersonSeat[]): readonly string[] =>
  seats.flatMap(({ role, workplace }) =>
    workplace !== null && (role === "referrer" || role === "care-team") ? [workplace] : [],
  );

async function describeOffers(
  services: Services,
  { row, key }: Visit,
): Promise<z.infer<typeof OfferInCase>[]> {
  const now = services.now();
  const offers = await offersOfCases(services.open.database, [row.id]);
  return offers.map(({ offer: sealed, name, initials, workplace }) => {
    const { words, ...made } = offerOf(key, sealed);
    return {
      id: made.id,
      person: { id: made.personId, name, initials, workplace },
      mode: made.mode,
      state: offerState(made, now),
      at: made.at.toISOString(),
      due: made.dueAt.toISOString(),
      answered: instant(made.answeredAt),
      note: words.note,
      reason: words.reason,
      conflicts: words.conflicts,
      licence: words.licence,
    };
  });
}
