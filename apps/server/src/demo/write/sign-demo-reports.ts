import {
  documentId,
  documentsOfCase,
  findCase,
  findSeat,
  insertReport,
  insertReportImages,
  licenceOf,
  readCaseFacts,
  type ReportImages,
  reportsOfCase,
  seatsOfCases,
  updateCase,
} from "@consilium/database";
import { buildReport, reportBytes, reportDigest } from "@consilium/report";
import type { Visit } from "../../api/api-context.ts";
import type { Services } from "../../services.ts";
import { prepare } from "../../signing/prepare-signing.ts";
import { reportInput } from "../../signing/report-input.ts";
import { conflictsSaid, statementOf } from "../../signing/statement.ts";

/** Demo cases that are signed from the start have the report that their signature is of. What has one is left. */
export async function signDemoReports(services: Services, caseIds: readonly string[]): Promise<void> {
  for (const caseId of caseIds) await signDemoReport(services, caseId);
}

async function signDemoReport(services: Services, caseId: string): Promise<void> {
  const { database } = services.open;
  const visit = await visitOf(services, caseId);
  if (!visit || (await reportsOfCase(database, visit.key)).length > 0) return;
  const rows = await documentsOfCase(database, caseId);
  const signed = rows.find(({ kind, lead, state }) => kind === "opinion" && lead && state === "frozen");
  const licence = await licenceOf(database, visit.seat.personId);
  if (!signed?.frozenAt || !licence) return;
  const opinionId = signed.name.slice("opinion.".length);
  const prepared = await prepare(services, visit, opinionId);
  if (!prepared) return;
  const { zone } = prepared.rows.organisation.details;
  const { row, seat } = visit;
  const report = buildReport(
    reportInput(prepared, {
      case: { id: row.id, number: row.number, specialty: row.specialty },
      signer: { seat: seat.id, licence },
      at: signed.frozenAt,
      version: 1,
      replaces: null,
      statement: statementOf(zone, prepared.rows.details, licence),
      conflicts: conflictsSaid(zone, ""),
      reasons: new Map(),
    }),
  );
  const images = new Map(prepared.images.drawn.map((image) => [image.id, image.content]));
  const document = documentId(caseId, signed.name);
  await keep(services, visit, { report, document, at: signed.frozenAt, images });
}

interface Kept {
  readonly report: ReturnType<typeof buildReport>;
  readonly document: ReturnType<typeof documentId>;
  readonly at: Date;
  readonly images: ReportImages;
}

async function keep(
  services: Services,
  { row, seat, key }: Visit,
  { report, document, at, images }: Kept,
): Promise<void> {
  const digest = await reportDigest(report);
  const bytes = Buffer.from(digest, "hex");
  await services.open.query("update document set frozen_digest = $1 where id = $2", [bytes, document]);
  await services.open.database.transaction(async (transaction) => {
    const of = { organisationId: row.organisationId, caseId: row.id, documentId: document, digest };
    const by = { seatId: seat.id, personId: seat.personId, signedAt: at, replacesId: null };
    const id = services.createId();
    await insertReport(transaction, key, { id, ...of, ...by }, reportBytes(report));
    const belongs = { reportId: id, organisationId: row.organisationId, caseId: row.id };
    await insertReportImages(transaction, key, belongs, images);
    await updateCase(transaction, row.id, { digest: bytes });
  });
}

/** As the specialist who signed. Undefined: the case is not there, or nobody leads it. */
async function visitOf({ open: { database }, keys }: Services, caseId: string): Promise<Visit | undefined> {
  const row = await findCase(database, caseId);
  if (!row) return undefined;
  const seats = await seatsOfCases(database, [caseId]);
  const lead = seats.find(({ personId, mode }) => personId === row.leadPersonId && mode === "author");
  const seat = lead && (await findSeat(database, lead.id));
  if (!seat) return undefined;
  return { row, seat, key: await keys.of(caseId), facts: await readCaseFacts(database, row) };
}
