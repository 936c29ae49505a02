import {
  changeReport,
  type Correction,
  documentId,
  findCorrection,
  freezeDocument,
  insertReport,
  insertReportImages,
  type Licence,
  licenceOf,
  makeLead,
  type ReportImages,
  reportsOfCase,
  updateCase,
} from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import {
  buildReport,
  type Report,
  reportBytes,
  reportCode,
  reportDigest,
  type ShownBy,
} from "@consilium/report";
import { type DocumentId } from "@consilium/workspace-server";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import { commanderOf } from "../api/route-parts.ts";
import { type Done, runCommand, type Scope } from "../command/run-command.ts";
import { opinionObject } from "../opinion/opinion-object.ts";
import { tellChanged } from "../report/tell-changed.ts";
import type { Services } from "../services.ts";
import { isSignable } from "./is-signable.ts";
import { momentOfSigning } from "./moment-of-signing.ts";
import { type Prepared, prepareSigning } from "./prepare-signing.ts";
import { readCaseRows } from "./read-case-rows.ts";
import { reportInput } from "./report-input.ts";
import { shareSigned } from "./share-signed.ts";

/** What whoever signs has seen and says. */
export interface Signing {
  readonly opinionId: string;
  /** Of the sheet that they were shown. */
  readonly basis: string;
  /** By the key of an open point that is no hard one. */
  readonly reasons: ReadonlyMap<string, string>;
  /** A conflict of interest in their words; empty: none. */
  readonly conflicts: string;
  /** How they showed that it is they. */
  readonly shownBy: ShownBy;
}

export interface Signed {
  readonly report: string;
  readonly n: number;
  readonly code: string;
}

/**
 * Freeze, report, digest, share, step: one transaction that finds everything as whoever signs has seen it, or does nothing. Who
 * they are was shown before (`StepUp`).
 */
export async function signOpinion(
  services: Services,
  visit: Visit,
  signing: Signing,
): Promise<Result<Signed, RefusalReason>> {
  const prepared = await prepareSigning(services, visit, signing.opinionId);
  if (!prepared.ok) return prepared;
  const refusal = refusalOf(prepared.value, signing);
  if (refusal) return refuse(refusal);
  const licence = await licenceOf(services.open.database, visit.seat.personId);
  if (!licence) return refuse("no-licence");
  const object = opinionObject(signing.opinionId);
  const kind = { command: "sign, correct, retract", changesRights: true, object } as const;
  return runCommand(services, commanderOf(visit), kind, (scope) =>
    sign(services, scope, { prepared: prepared.value, signing, licence }),
  );
}

function refusalOf({ basis, open }: Prepared, signing: Signing): RefusalReason | undefined {
  if (basis !== signing.basis) return "changed-since";
  if (open.some(({ level }) => level === "must")) return "open-points";
  const isGiven = ({ key }: { readonly key: string }) => (signing.reasons.get(key) ?? "").trim() !== "";
  return open.every(isGiven) ? undefined : "reason-needed";
}

interface ToSign {
  readonly prepared: Prepared;
  readonly signing: Signing;
  readonly licence: Licence;
}

async function sign(
  services: Services,
  scope: Scope,
  toSign: ToSign,
): Promise<Result<Done<Signed>, RefusalReason>> {
  const { transaction, row, key, at } = scope;
  const { prepared } = toSign;
  const document = documentId(row.id, `opinion.${prepared.opinionId}`);
  const correction = await findCorrection(transaction, key, document);
  if (!isSignable(row.state, correction)) return refuse("not-now");
  const rows = await readCaseRows(transaction, key, row);
  if (rows.digest !== prepared.rows.digest) return refuse("changed-since");
  const { signing, licence } = toSign;
  const moment = await momentOfSigning(scope, { prepared, licence, correction, ...signing });
  const report = buildReport(reportInput(prepared, moment));
  const digest = await reportDigest(report);
  const inputs = prepared.inputs.map(({ document: id, sequence }) => ({ document: id, sequence }));
  const frozen = await freezeDocument(transaction, { document, inputs, digest, at });
  if (frozen.outcome === "moved") return refuse("changed-since");
  const images = new Map(prepared.images.drawn.map((image) => [image.id, image.content]));
  const kept = await keep(services, scope, { report, digest, document, correction, images });
  if (correction) await tellCorrected(scope, correction);
  await shareSigned(services, scope, { ...prepared, document, correction });
  const body = {
    n: kept.n,
    digest,
    documents: inputs.length,
    reasons: report.reasons.length,
    shownBy: signing.shownBy,
  };
  const value = { report: kept.id, n: kept.n, code: reportCode(digest) };
  return ok({ value, act: "report.signed", subject: kept.id, body });
}

/** Whoever has opened what it corrects. */
async function tellCorrected(scope: Scope, { reportId }: Correction): Promise<void> {
  const reports = await reportsOfCase(scope.transaction, scope.key);
  const corrected = reports.find(({ id }) => id === reportId);
  if (corrected) await tellChanged(scope, corrected);
}

interface ToKeep {
  readonly report: Report;
  readonly digest: string;
  readonly document: DocumentId;
  readonly correction: Correction | undefined;
  readonly images: ReportImages;
}

/** The report's row, and what it says of the case; a corrected one stands no longer. */
async function keep(
  services: Services,
  { transaction, row, seat, key, at }: Scope,
  { report, digest, document, correction, images }: ToKeep,
): Promise<{ readonly id: string; readonly n: number }> {
  const id = services.createId();
  const replacesId = correction?.reportId ?? null;
  const of = { id, organisationId: row.organisationId, caseId: row.id, documentId: document, digest };
  const by = { seatId: seat.id, personId: seat.personId, signedAt: at, replacesId };
  const n = await insertReport(transaction, key, { ...of, ...by }, reportBytes(report));
  const belongs = { reportId: id, organisationId: row.organisationId, caseId: row.id };
  await insertReportImages(transaction, key, belongs, images);
  if (correction) {
    const change = { state: "superseded", at, seatId: seat.id, reason: correction.reason } as const;
    await changeReport(transaction, key, correction.reportId, change);
    await makeLead(transaction, row.id, document);
  }
  const signed = { signedAt: at, leadPersonId: seat.personId, digest: Buffer.from(digest, "hex") };
  await updateCase(transaction, row.id, signed);
  return { id, n };
}
