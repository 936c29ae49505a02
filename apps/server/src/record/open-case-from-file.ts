import { type ClinicalRecord, dayOf } from "@consilium/clinical";
import { type CaseDetails, insertImport, insertRecords } from "@consilium/database";
import { ok, type Result } from "@consilium/foundation";
import type { ImportedDocument, NotUnderstood } from "@consilium/interchange";
import { initialsOf } from "../case/initials-of.ts";
import { insertOpened, type Opening, type OpeningRefusal } from "../case/insert-opened.ts";
import { recordOpening } from "../case/open-case.ts";
import type { SignedIn } from "../identity/create-identity.ts";
import { prefillIntake } from "../intake/prefill-intake.ts";
import type { Services } from "../services.ts";
import type { OpeningRole } from "./choose-opening.ts";
import type { NotRead } from "./read-file.ts";
import { replaceEditions } from "./replace-editions.ts";
import { storedRecords } from "./stored-records.ts";

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
  /** The file asks for an opinion: what it asks stands in the intake. */
  readonly prefilled: boolean;
}

/** A FHIR bundle or a C-CDA document becomes a case: its patient, its records, and the file itself, sealed, to be read again. All or nothing. */
export async function openCaseFromFile(
  services: Services,
  opening: OpeningFromFile,
): Promise<Result<OpenedCase, OpeningRefusal> | NotRead> {
  const imported = await services.files.bundle(opening.file);
  if (!imported.ok) return imported;
  const { organisationId, role, specialty, signedIn, file } = opening;
  const id = services.createId();
  const of = { id, seatId: services.createId(), at: services.now(), organisationId, role, specialty };
  const key = services.keys.create(organisationId, id);
  const details = detailsOf(imported.value);
  return services.open.database.transaction(async (transaction) => {
    const made: Opening = { ...of, transaction, key, personId: signedIn.personId, details };
    const done = await insertOpened(services, made);
    if (!done.ok) return done;
    await insertImported(services, made, { file, imported: imported.value });
    const { format, records, notUnderstood, referral } = imported.value;
    const prefilled = referral ? await prefillIntake(services, made, referral, records) : [];
    const body = { from: format, records: records.length, bytes: file.length, prefilled };
    await recordOpening(made, done.value, body);
    return ok({ id, notUnderstood, records: records.length, prefilled: prefilled.length > 0 });
  });
}

interface Brought {
  readonly file: Uint8Array;
  readonly imported: ImportedDocument;
}

async function insertImported(
  services: Services,
  opening: Opening,
  { file, imported }: Brought,
): Promise<void> {
  const { transaction, key, id, organisationId, seatId, at } = opening;
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

function detailsOf({ patient, records, referral }: ImportedDocument): CaseDetails {
  const { decideBy = null, ...chosen } = referral?.choices ?? {};
  return {
    title: (referral?.title ?? titleFrom(records)).slice(0, longestTitle),
    patient: {
      name: patient.name,
      initials: initialsOf(patient.name),
      born: patient.birthDate && dayOf(patient.birthDate),
      sex: patient.sex,
    },
    decision: null,
    decideBy,
    hearing: null,
    language: "en",
    patientLanguage: patient.languages[0] ?? "en",
    country: patient.address.country,
    emergency: null,
    ...(Object.keys(chosen).length > 0 && { intake: chosen }),
  };
}

/** Characters. */
const longestTitle = 200;

/** Until somebody names it: the newest problem that is not over. */
function titleFrom(records: readonly ClinicalRecord[]): string {
  const problems = records.flatMap((record) => (record.kind === "problems" ? record.content.entries : []));
  const running = problems.filter(
    ({ to, status }) => to === null && !/resolved|inactive|remission/i.test(status ?? ""),
  );
  const [newest] = running.toSorted((one, other) => ((one.from ?? "") < (other.from ?? "") ? 1 : -1));
  return newest?.title ?? records[0]?.title ?? "";
}
