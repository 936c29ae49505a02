import {
  type AddedRecord,
  type InventoryItem,
  isGap,
  recordDigest,
  recordSchema,
  takeInventory,
} from "@consilium/clinical";
import {
  caseDetailsOf,
  type CaseDetails,
  type CaseKey,
  type CaseRow,
  type Database,
  findOrganisation,
  type FinishedBlindRead,
  finishedBlindReads,
  type PersonSeat,
  questionRowsOfCases,
  type QuestionWords,
  questionWordsOf,
  recordsOf,
  requestRowsOfCases,
  seatsOfCases,
  type StoredRecord,
  type UrgentFinding,
  urgentFindingsOf,
} from "@consilium/database";
import { canonicalJson, sha256Hex } from "@consilium/foundation";
import { type RequestAnswer, describeRequests } from "../case/describe-requests.ts";
import { recordListOf } from "../programme/record-list.ts";

export interface SignedRecord {
  readonly record: AddedRecord;
  /** SHA-256 of its canonical form, lower-case hexadecimal. */
  readonly digest: string;
}

export interface AskedQuestion extends QuestionWords {
  readonly id: string;
  readonly rank: number;
  readonly version: number;
  readonly seatId: string;
  readonly withdrawnAt: Date | null;
}

/** What the case says beside its documents, as a signature covers it. */
export interface CaseRows {
  readonly details: CaseDetails;
  readonly organisation: NonNullable<Awaited<ReturnType<typeof findOrganisation>>>;
  readonly questions: readonly AskedQuestion[];
  readonly seats: readonly PersonSeat[];
  readonly records: readonly SignedRecord[];
  readonly needed: readonly InventoryItem<RequestAnswer>[];
  readonly urgent: readonly UrgentFinding[];
  /** Seats that read the case blind and have finished, and when. */
  readonly blindReads: readonly FinishedBlindRead[];
  /** Changes whenever one of these does: questions, their versions, records, what is missing, who read blind, where the patient is, how they want to hear it. */
  readonly digest: string;
}

/** Most records of a case that one report lists. */
const mostRecords = 100_000;

/** The rows of a case, outside of a transaction or in one that holds the case. */
export async function readCaseRows(database: Database, key: CaseKey, row: CaseRow): Promise<CaseRows> {
  const details = caseDetailsOf(key, row);
  const organisation = await findOrganisation(database, row.organisationId);
  if (!organisation) throw new Error("The programme of a case is not there");
  const questions = (await questionRowsOfCases(database, [row.id])).map((asked) => ({
    ...asked,
    ...questionWordsOf(key, asked),
  }));
  const page = { after: null, limit: mostRecords, withoutRevealing: false };
  const records = await Promise.all((await recordsOf(database, key, row.id, page)).map(signedRecord));
  const requests = describeRequests(key, await requestRowsOfCases(database, [row.id]), clinician);
  const entries = details.inventory ?? [];
  const added = records.map(({ record }) => record);
  const listed = await recordListOf(database, row);
  const items = takeInventory({ listed, entries, requests, records: added });
  const needed = items.filter((item) => item.isNeeded && isGap(item));
  const urgent = await urgentFindingsOf(database, key);
  const blindReads = await finishedBlindReads(database, row.id);
  const facts = {
    questions: questions.map(({ id, version, rank, withdrawnAt }) => [
      id,
      version,
      rank,
      withdrawnAt !== null,
    ]),
    records: records.map(({ record, digest }) => [record.id, digest]),
    needed: needed.map(({ id, state }) => [id, state]),
    urgent: urgent.map(({ id, acknowledgedAt }) => [id, acknowledgedAt !== null]),
    blindReads: blindReads.map(({ seatId, at }) => [seatId, at.toISOString()]),
    // The statement that is signed says where the patient is, and which kind of opinion it is.
    place: [details.country, details.intake?.place?.region ?? null, details.intake?.place?.kind ?? null],
    // Whoever signs is told whether that shows it to the patient.
    hearing: details.intake?.hearing ?? null,
  };
  const digest = await sha256Hex(canonicalJson(facts));
  const seats = await seatsOfCases(database, [row.id]);
  return { details, organisation, questions, seats, records, needed, urgent, blindReads, digest };
}

/** Who signs is told everything. */
const clinician = { role: "specialist", mode: "author", revealedAt: null } as const;

async function signedRecord({ content, addedAt }: StoredRecord): Promise<SignedRecord> {
  const record = recordSchema.parse(content);
  return { record: { ...record, added: addedAt.toISOString() }, digest: await recordDigest(record) };
}
