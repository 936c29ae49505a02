import {
  type CaseFacts,
  commands,
  documentAccess,
  isBeforeSubmission,
  mayCommand,
  parseDocumentName,
  type Seat,
  shareFor,
} from "@consilium/clinical";
import {
  answerPlacesOfCase,
  caseDetailsOf,
  clocksOfCases,
  countLateDrafts,
  documentsOfCase,
  findOrganisation,
  lifecycleOf,
  questionRowsOfCases,
  requestRowsOfCases,
  seatsOfCases,
  sharesOfCase,
} from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import type { Visit } from "../api/api-context.ts";
import { safetyOf } from "../programme/read-content.ts";
import { recordListOf } from "../programme/record-list.ts";
import type { Services } from "../services.ts";
import type { CaseDetail } from "./case-schemas.ts";
import { describeClock, instant } from "./describe-clocks.ts";
import {
  type DocumentRow,
  describeDocuments,
  describeLayers,
  describeOpinions,
} from "./describe-documents.ts";
import { describeInventory, describeRecordList } from "./describe-inventory.ts";
import { describePeople } from "./describe-people.ts";
import { describeQuestions } from "./describe-questions.ts";
import { describeRequests } from "./describe-requests.ts";
import { describeWithdrawn } from "./describe-withdrawn.ts";
import { hearingOf } from "./hearing-of.ts";
import { knowsCase } from "./knows-case.ts";
import { reasonFor, titleFor } from "./told-blind.ts";
import { inventoryOf } from "./told-in-intake.ts";

/** All that one seat may know of a case, apart from its records and documents. */
export async function readCase(services: Services, visit: Visit): Promise<z.infer<typeof CaseDetail>> {
  const { row, seat, key, facts } = visit;
  const { database } = services.open;
  const now = services.now();
  const details = caseDetailsOf(key, row);
  const documents = await documentsOfCase(database, row.id);
  const seats = await seatsOfCases(database, [row.id]);
  const knows = knowsCase(seat);
  const organisation = await describeOrganisation(services, visit);
  return {
    id: row.id,
    number: row.number,
    title: titleFor(details, seat),
    state: row.state,
    interrupted: row.pausedFrom,
    tier: row.tier,
    specialty: row.specialty,
    patient: details.patient,
    decision: knows ? reasonFor(details.decision, seat) : null,
    decideBy: details.decideBy,
    hearing: knows ? reasonFor(hearingOf(details, organisation.zone).words, seat) : null,
    language: details.language,
    organisation,
    seat: { id: seat.id, role: seat.role, mode: seat.mode, scopes: [...seat.scopes] },
    people: describePeople(seats, seat, now),
    clocks: (await clocksOfCases(database, [row.id])).map((clock) => describeClock(key, clock, now, seat)),
    lifecycle: await describeLifecycle(services, visit),
    questions: knows ? describeQuestions(key, await questionRowsOfCases(database, [row.id]), seat) : [],
    ...(knows ? await describeMissing(services, visit) : nothingMissing),
    opinions: describeOpinions(documents, seat, facts, now),
    documents: describeDocuments(documents, seat, facts, now),
    layers: describeLayers(documents, seat, facts, now),
    shares: await describeShares(services, visit),
    addenda: describeAddenda(documents, seat, facts, now),
    commands: commands.filter((command) => mayCommand(command, seat, facts, now, objectFor(facts, seat))),
    lateDrafts: await countLateDrafts(database, row.id, seat.id),
  };
}

const nothingMissing = { recordList: [], requests: [], withdrawn: [], inventory: [] };

/** What the case needs, and what was asked for of it. */
async function describeMissing(services: Services, visit: Visit) {
  const { row, seat, key } = visit;
  const { database } = services.open;
  const requests = await requestRowsOfCases(database, [row.id]);
  const listed = await recordListOf(database, row);
  return {
    recordList: describeRecordList(listed, seat),
    requests: describeRequests(key, requests, seat, await answerPlacesOfCase(database, row.id)),
    withdrawn: describeWithdrawn(key, requests, seat),
    inventory: describeInventory({ inventory: await inventoryOf(services, visit, listed) }, seat),
  };
}

/** Whether a seat is an author is asked of the opinion that the case is about; whether it answers, of what it is asked itself. */
const objectFor = (facts: CaseFacts, seat: Seat) => ({
  role: "care-team" as const,
  askedOf: seat,
  authors: facts.opinions.find(({ lead }) => lead)?.authors ?? [],
});

async function describeOrganisation(services: Services, { row, key, facts }: Visit) {
  const organisation = await findOrganisation(services.open.database, row.organisationId);
  return {
    name: organisation?.name ?? "",
    zone: organisation?.details.zone ?? "UTC",
    phone: organisation?.details.contact?.telephone ?? null,
    emergency: caseDetailsOf(key, row).emergency,
    // They are words of the intake's gate.
    safety: isBeforeSubmission(facts)
      ? ((await safetyOf(services.open.database, row.organisationId))?.text ?? null)
      : null,
  };
}

async function describeLifecycle(services: Services, { row, key, seat }: Visit) {
  const events = await lifecycleOf(services.open.database, key, row.id);
  return events.map(({ id, at, to, seatId, reason }) => ({
    id,
    at: at.toISOString(),
    event: to,
    by: seatId,
    note: reasonFor(reason, seat),
  }));
}

/** Whom it is shared with is for those who share and those it is shared with; who opened it, for those who share. */
async function describeShares(services: Services, { row, seat, facts }: Visit) {
  const now = services.now();
  const shares = await sharesOfCase(services.open.database, row.id);
  return shares.flatMap((share) => {
    const opinion = share.documentId.slice(share.documentId.indexOf(".") + 1);
    const isAuthor = facts.opinions.some(({ id, authors }) => id === opinion && authors.includes(seat.id));
    const { read } = documentAccess({ kind: "opinion", id: opinion }, seat, facts, now);
    const isGiven = shareFor(facts, opinion, seat)?.id === share.id && read !== "no";
    if (!isAuthor && !isGiven) return [];
    const { id, audience, mode, versionN, at, seatId, openedBy } = share;
    return [
      {
        id,
        opinion,
        audience,
        mode,
        version: versionN,
        at: at.toISOString(),
        by: seatId,
        openedBy: isAuthor ? [...openedBy] : [],
      },
    ];
  });
}

const describeAddenda = (documents: readonly DocumentRow[], seat: Seat, facts: CaseFacts, now: Date) =>
  documents.flatMap((row) => {
    const name = parseDocumentName(row.name);
    if (name?.kind !== "addendum" || documentAccess(name, seat, facts, now).read === "no") return [];
    return [{ id: name.id, signed: row.state === "frozen", signedAt: instant(row.frozenAt) }];
  });
