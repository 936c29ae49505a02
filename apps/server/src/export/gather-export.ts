import { isSeated } from "@consilium/clinical";
import { caseDetailsOf, currentConsent, findOrganisation, seatsOfCases } from "@consilium/database";
import {
  bundleText,
  caseBundle,
  type CaseToExport,
  type ExportedConsent,
  type ExportedPerson,
  type ManifestBody,
  manifestName,
  manifestSchema,
  sealManifest,
  type ZipMember,
} from "@consilium/exchange";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import { knowsCase } from "../case/knows-case.ts";
import { titleFor } from "../case/told-blind.ts";
import type { ReportPrinter } from "../report/forms/report-forms.ts";
import type { Seal } from "../report/forms/seal.ts";
import type { Services } from "../services.ts";
import { readRecordFiles } from "./read-record-files.ts";
import { formOf, readReports, type SignedReport } from "./read-reports.ts";
import { readQuestions, readTalk } from "./read-talk.ts";
import { readTasks } from "./read-tasks.ts";
import { readVoices } from "./read-voices.ts";

export const exportLimits = { bytes: 20 * 2 ** 30, files: 100_000 } as const;

export interface Exporting {
  readonly printer: ReportPrinter;
  readonly seal: Seal | undefined;
}

export interface GatheredExport {
  readonly members: readonly ZipMember[];
  /** SHA-256 of what the manifest lists. */
  readonly digest: string;
  readonly at: Date;
  /** The reports in it that stand, by their ids. */
  readonly standing: readonly string[];
}

/** All of a case that one seat may read: what is small in memory, the records' files to be read piece by piece. */
export async function gatherExport(
  services: Services,
  { printer, seal }: Exporting,
  visit: Visit,
): Promise<Result<GatheredExport, RefusalReason>> {
  const at = services.now();
  const { records, files, members } = await readRecordFiles(services, visit);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  if (bytes > exportLimits.bytes || files.length > exportLimits.files) return refuse("export-too-large");
  const reports = await readReports(services, printer, visit);
  const exported = await readWhole(services, visit, { at, records, reports });
  const bundle = formOf(
    "case.fhir.json",
    "application/fhir+json",
    Buffer.from(bundleText(await caseBundle(exported))),
  );
  const listed = [bundle.file, ...reports.flatMap((report) => report.files), ...files];
  const body: ManifestBody = {
    schema: manifestSchema,
    case: { id: exported.id, number: exported.number },
    at: at.toISOString(),
    by: { seat: exported.by.seat, role: exported.by.role, name: exported.by.name },
    files: listed.map(({ path, bytes: size, sha256, mediaType }) => ({
      path,
      bytes: size,
      sha256,
      mediaType,
    })),
    reports: reports.map(({ inManifest }) => inManifest),
  };
  const manifest = await sealManifest(body, seal?.key);
  const { member } = formOf(manifestName, "application/json", Buffer.from(JSON.stringify(manifest, null, 1)));
  return ok({
    members: [member, bundle.member, ...reports.flatMap((report) => report.members), ...members],
    digest: manifest.digest,
    at,
    standing: reports.flatMap(({ stored }) => (stored.state === "current" ? [stored.id] : [])),
  });
}

interface Gathered {
  readonly at: Date;
  readonly records: CaseToExport["records"];
  readonly reports: readonly SignedReport[];
}

async function readWhole(
  services: Services,
  visit: Visit,
  { at, records, reports }: Gathered,
): Promise<CaseToExport> {
  const { row, key, seat } = visit;
  const { database } = services.open;
  const details = caseDetailsOf(key, row);
  const organisation = await findOrganisation(database, row.organisationId);
  const people = await readPeople(services, visit);
  return {
    id: row.id,
    number: row.number,
    title: titleFor(details, seat),
    state: row.state,
    openedAt: row.createdAt.toISOString(),
    exportedAt: at.toISOString(),
    by: people.find((person) => person.seat === seat.id) ?? nobody(seat.id),
    organisation: organisation?.name ?? "",
    patient: {
      name: details.patient.name,
      born: details.patient.born,
      sex: details.patient.sex,
      country: details.country,
      language: details.patientLanguage,
    },
    people,
    voices: await readVoices(services, visit),
    choices: choicesIn(details),
    questions: knowsCase(seat) ? await readQuestions(services, visit) : [],
    threads: await readTalk(services, visit),
    tasks: knowsCase(seat) ? await readTasks(services, visit, reports) : [],
    consents: await readConsents(services, visit),
    records,
    reports: reports.map(toExport),
  };
}

const toExport = ({ stored, files }: SignedReport): CaseToExport["reports"][number] => {
  const { id, n, state, digest, signedAt, seatId } = stored;
  return { id, n, state, digest, signedAt: signedAt.toISOString(), by: seatId, files };
};

function choicesIn({ intake, decideBy }: ReturnType<typeof caseDetailsOf>): CaseToExport["choices"] {
  const { decide, hearing, treating, help } = intake ?? {};
  return {
    ...(decide && { decide }),
    ...(decideBy !== null && { decideBy }),
    ...(hearing && { hearing }),
    ...(treating && { treating }),
    ...(help && { help }),
  };
}

async function readPeople(services: Services, { row }: Visit): Promise<readonly ExportedPerson[]> {
  const seats = await seatsOfCases(services.open.database, [row.id]);
  const now = services.now();
  // Whoever sits there now comes first: of two in one role the first one is who refers.
  return seats
    .toSorted((one, other) => Number(isSeated(other, now)) - Number(isSeated(one, now)))
    .map(({ id, name, role, profession, workplace }) => ({ seat: id, name, role, profession, workplace }));
}

const nobody = (seat: string): ExportedPerson => ({
  seat,
  name: "",
  role: "",
  profession: null,
  workplace: null,
});

async function readConsents({ open }: Services, { row, key }: Visit): Promise<readonly ExportedConsent[]> {
  const consent = await currentConsent(open.database, key, row.id);
  if (!consent) return [];
  const { id, textId, textVersion, givenAt, seatId } = consent;
  return [{ id, text: `${textId}, version ${textVersion}`, at: givenAt.toISOString(), by: seatId }];
}
