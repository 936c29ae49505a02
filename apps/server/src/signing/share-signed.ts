import { type ShareAudience, shareOf } from "@consilium/clinical";
import {
  type Correction,
  endShare,
  insertShare,
  insertVersion,
  reportsOfCase,
  type Version,
} from "@consilium/database";
import { createSentences } from "@consilium/language";
import type { DocumentId } from "@consilium/workspace-server";
import { hearingOf } from "../case/hearing-of.ts";
import { recordStep } from "../case/step-case.ts";
import type { Scope } from "../command/run-command.ts";
import { audienceSeats } from "../notify/told-seats.ts";
import { opinionOf } from "../report/find-reports.ts";
import type { Services } from "../services.ts";
import type { CaseRows } from "./read-case-rows.ts";

interface JustSigned {
  readonly opinionId: string;
  readonly document: DocumentId;
  readonly inputs: readonly { readonly document: string; readonly sequence: number }[];
  readonly rows: CaseRows;
  /** It stands in the place of a signed one. */
  readonly correction: Correction | undefined;
}

/**
 * The text as it was signed is a version. The care team is shown it by the signature; the patient too, where they asked to hear it
 * at once, and the case is delivered with that. Else somebody tells them first (`tellResult`). A correction is shown to whoever was
 * shown what it corrects.
 */
export async function shareSigned(services: Services, scope: Scope, signed: JustSigned): Promise<void> {
  const version = await nameSigned(scope, signed);
  await shareVersion(services, scope, signed.opinionId, version, "care-team");
  const isFirst = signed.correction === undefined;
  if (isFirst) await recordStep(services, scope, { to: "signed", reason: null });
  if (!(await isForPatient(scope, signed))) return;
  await shareVersion(services, scope, signed.opinionId, version, "patient");
  const now = { ...scope, row: { ...scope.row, state: "signed" } } as const;
  if (isFirst) await recordStep(services, now, { to: "delivered", reason: null });
}

async function isForPatient(
  { transaction, key, facts }: Scope,
  { rows, correction }: JustSigned,
): Promise<boolean> {
  if (!correction) return hearingOf(rows.details, rows.organisation.details.zone).isAtOnce;
  const reports = await reportsOfCase(transaction, key);
  const corrected = reports.find(({ id }) => id === correction.reportId);
  return corrected !== undefined && shareOf(facts, opinionOf(corrected), "patient") !== undefined;
}

function nameSigned({ transaction, row, seat, key, at }: Scope, signed: JustSigned): Promise<Version> {
  const sequence = signed.inputs.find(({ document }) => document === signed.document)?.sequence;
  if (sequence === undefined) throw new Error("What was signed is not among what was read");
  const say = createSentences("en", signed.rows.organisation.details.zone);
  return insertVersion(transaction, key, {
    documentId: signed.document,
    organisationId: row.organisationId,
    caseId: row.id,
    sequence,
    name: say("signing.versionName"),
    seatId: seat.id,
    at,
  });
}

/** An older share of it with the same people ends with this one. */
export async function shareVersion(
  { createId }: Services,
  { transaction, row, seat, facts, at, notify }: Scope,
  opinionId: string,
  { documentId, n, sequence }: Pick<Version, "documentId" | "n" | "sequence">,
  audience: ShareAudience,
): Promise<void> {
  const older = shareOf(facts, opinionId, audience);
  if (older) await endShare(transaction, older.id, at, seat.id);
  await insertShare(transaction, {
    id: createId(),
    organisationId: row.organisationId,
    caseId: row.id,
    documentId,
    audience,
    mode: "version",
    versionN: n,
    fromSequence: sequence,
    seatId: seat.id,
    at,
  });
  const seats = await audienceSeats(transaction, row.id, audience);
  await notify({ kind: "report-signed", subject: `opinion.${opinionId}`, seats });
}
