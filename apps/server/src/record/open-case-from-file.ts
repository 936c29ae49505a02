import { type ClinicalRecord, dayOf, type Role } from "@consilium/clinical";
import {
  type CaseDetails,
  type CaseKey,
  createDocument,
  type Database,
  documentId,
  insertCase,
  insertClock,
  insertImport,
  insertLifecycleEvent,
  insertRecords,
  insertSeat,
  lockOrganisation,
  nextCaseNumber,
  recordAct,
} from "@consilium/database";
import type { ImportedDocument, NotUnderstood } from "@consilium/interchange";
import type { SignedIn } from "../identity/create-identity.ts";
import type { Services } from "../services.ts";
import type { NotRead } from "./read-file.ts";
import { replaceEditions } from "./replace-editions.ts";
import { storedRecords } from "./stored-records.ts";

/** The seat that whoever opens a case takes for themselves. */
export type OpeningRole = Extract<Role, "patient" | "referrer" | "coordinator">;

export interface OpeningFromFile {
  readonly signedIn: SignedIn;
  readonly organisationId: string;
  readonly role: OpeningRole;
  readonly specialty: string;
  readonly file: Uint8Array;
}

export interface OpenedCase {
  readonly id: string;
  readonly notUnderstood: readonly NotUnderstood[];
  readonly records: number;
}

/** A FHIR bundle or a C-CDA document becomes a case: its patient, its records, and the file itself, sealed, to be read again. All or nothing. */
export async function openCaseFromFile(
  services: Services,
  opening: OpeningFromFile,
): Promise<{ readonly ok: true; readonly value: OpenedCase } | NotRead> {
  const imported = await services.files.bundle(opening.file);
  if (!imported.ok) return imported;
  const at = services.now();
  const id = services.createId();
  const key = services.keys.create(opening.organisationId, id);
  const seatId = services.createId();
  await services.open.database.transaction(async (transaction) => {
    const made: Opening = { ...opening, transaction, key, id, seatId, at, imported: imported.value };
    await insertOpened(services, made);
    await insertImported(services, made);
    await recordAct(transaction, {
      organisationId: opening.organisationId,
      caseId: id,
      personId: opening.signedIn.personId,
      seatId,
      act: "case.opened",
      subject: id,
      body: {
        from: imported.value.format,
        records: imported.value.records.length,
        bytes: opening.file.length,
      },
    });
  });
  const { notUnderstood, records } = imported.value;
  return { ok: true, value: { id, notUnderstood, records: records.length } };
}

interface Opening extends OpeningFromFile {
  readonly transaction: Database;
  readonly key: CaseKey & { readonly wrapped: Buffer };
  readonly id: string;
  readonly seatId: string;
  readonly at: Date;
  readonly imported: ImportedDocument;
}

async function insertOpened(services: Services, opening: Opening): Promise<void> {
  const { transaction, organisationId, id, seatId, at, key, signedIn } = opening;
  const organisation = await lockOrganisation(transaction, organisationId);
  const of = { organisationId, caseId: id };
  await insertCase(
    transaction,
    {
      id,
      organisationId,
      number: await nextCaseNumber(transaction, organisationId),
      specialty: opening.specialty,
      openedBy: signedIn.personId,
      createdAt: at,
    },
    detailsOf(opening),
    key,
  );
  await seatOpener(opening);
  const event = {
    ...of,
    id: services.createId(),
    from: "draft",
    to: "draft",
    seatId,
    at,
    reason: null,
  } as const;
  await insertLifecycleEvent(transaction, key, event);
  for (const kind of ["records", "opinion"] as const) {
    const clock = { ...of, id: services.createId(), kind, zone: organisation.details.zone };
    await insertClock(transaction, { ...clock, startedAt: null, dueAt: null, doneAt: null });
  }
  const opinion = documentId(id, `opinion.${services.createId()}`);
  await createDocument(transaction, { document: opinion, lead: true });
}

/** Whoever opens a case is its first person. */
const seatOpener = ({
  transaction,
  organisationId,
  id,
  seatId,
  at,
  key,
  signedIn,
  role,
}: Opening): Promise<void> =>
  insertSeat(transaction, key, {
    organisationId,
    caseId: id,
    id: seatId,
    personId: signedIn.personId,
    role,
    mode: null,
    scopes: [],
    from: at,
    to: null,
    revealedAt: null,
    colour: 0,
    basis: null,
    givenBy: null,
  });

async function insertImported(services: Services, opening: Opening): Promise<void> {
  const { transaction, key, id, organisationId, seatId, at, imported, file } = opening;
  const importId = services.createId();
  await insertImport(transaction, key, {
    id: importId,
    organisationId,
    caseId: id,
    original: file,
    notUnderstood: imported.notUnderstood,
    counts: Object.fromEntries(imported.counts.map(({ type, total }) => [type, total])),
    seatId,
    at,
  });
  const of = { organisationId, caseId: id, seatId, at, importId };
  await insertRecords(transaction, key, storedRecords(imported.records, of));
  await replaceEditions(transaction, { key, records: imported.records, seatId, cameBy: importId });
}

function detailsOf({ imported }: Opening): CaseDetails {
  const { patient, records } = imported;
  return {
    title: titleFrom(records),
    patient: {
      name: patient.name,
      initials: initialsOf(patient.name),
      born: patient.birthDate && dayOf(patient.birthDate),
      sex: patient.sex,
    },
    decision: null,
    decideBy: null,
    hearing: null,
    language: "en",
    patientLanguage: patient.languages[0] ?? "en",
    country: patient.address.country,
    emergency: null,
  };
}

/** Until somebody names it: the newest problem that is not over. */
function titleFrom(records: readonly ClinicalRecord[]): string {
  const problems = records.flatMap((record) => (record.kind === "problems" ? record.content.entries : []));
  const running = problems.filter(
    ({ to, status }) => to === null && !/resolved|inactive|remission/i.test(status ?? ""),
  );
  const [newest] = running.toSorted((one, other) => ((one.from ?? "") < (other.from ?? "") ? 1 : -1));
  return newest?.title ?? records[0]?.title ?? "";
}

/** First and last, as an avatar shows them. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^\p{L}/u.test(word));
  const [first = "", last = ""] = [words[0], words.length > 1 ? words.at(-1) : ""];
  return `${letterOf(first)}${letterOf(last)}`.toUpperCase();
}

const letterOf = (word: string): string => /^\p{L}/u.exec(word)?.[0] ?? "";
