import { effectiveState, isBeforeSigning, isBeforeSubmission, offerState } from "@consilium/clinical";
import {
  caseDetailsOf,
  clocksOfCases,
  findCase,
  findOrganisation,
  licenceOf,
  offerOf,
  type OfferRow,
  offersToPerson,
  questionRowsOfCases,
  questionWordsOf,
  readCaseFacts,
  recordAct,
  seatsOfCases,
} from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import { instant } from "../case/describe-clocks.ts";
import type { Services } from "../services.ts";
import type { OfferList, OfferToMe } from "./triage-schemas.ts";

type Summary = z.infer<typeof OfferToMe>;

/** What somebody is asked to take and can still answer. What they are shown is booked in each case, under no seat. */
export async function offersToMe(services: Services, personId: string): Promise<z.infer<typeof OfferList>> {
  const { database } = services.open;
  const now = services.now();
  const open = (await offersToPerson(database, personId)).filter(
    (offer) => offerState(offer, now) === "offered",
  );
  const found = await Promise.all(open.map((offer) => summarize(services, offer)));
  const items = found.filter((item) => item !== undefined);
  for (const offer of open)
    if (items.some(({ id }) => id === offer.id)) await bookSummary(services, offer, items);
  return { items };
}

const bookSummary = (
  { open: { database } }: Services,
  { id, organisationId, caseId, personId }: OfferRow,
  items: readonly Summary[],
): Promise<void> => {
  const bytes = Buffer.byteLength(JSON.stringify(items.find((item) => item.id === id)));
  const act = { organisationId, caseId, personId, act: "read", subject: `offer/${id}`, body: { bytes } };
  return recordAct(database, act);
};

/** Undefined: the case is past the point, or was erased. No name, no title, no record leaves with it. */
async function summarize(services: Services, offer: OfferRow): Promise<Summary | undefined> {
  const { database } = services.open;
  const row = await findCase(database, offer.caseId);
  if (!row?.wrappedKey) return undefined;
  const facts = await readCaseFacts(database, row);
  if (!isBeforeSigning(facts) || isBeforeSubmission(facts)) return undefined;
  const key = await services.keys.of(row.id);
  const { language, patientLanguage, country } = caseDetailsOf(key, row);
  const asked = await questionRowsOfCases(database, [row.id]);
  const { words, mode, at, dueAt, seatId } = offerOf(key, offer);
  const by = (await seatsOfCases(database, [row.id])).find(({ id }) => id === seatId);
  return {
    id: offer.id,
    mode,
    at: at.toISOString(),
    due: dueAt.toISOString(),
    by: by?.name ?? "",
    programme: (await findOrganisation(database, row.organisationId))?.name ?? "",
    note: words.note,
    specialty: row.specialty,
    tier: row.tier,
    state: effectiveState(facts),
    language,
    patientLanguage,
    country,
    questions: asked
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map((question) => questionWordsOf(key, question))
      .map(({ text, textForBlind }) => textForBlind ?? text),
    workDue: await workDueOf(services, row.id, mode),
    licence: await licenceOf(database, offer.personId),
  };
}

async function workDueOf(
  { open: { database } }: Services,
  caseId: string,
  mode: OfferRow["mode"],
): Promise<string | null> {
  const kind = mode === "author" ? "opinion" : "blind";
  const clock = (await clocksOfCases(database, [caseId])).find((found) => found.kind === kind);
  return clock?.state === "running" ? instant(clock.dueAt) : null;
}
