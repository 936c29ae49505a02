import {
  freezeDocument,
  type Licence,
  licenceOf,
  reportsOfCase,
  signAddendum as keepSignature,
} from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import { createSentences } from "@consilium/language";
import {
  type Addendum,
  addendumBytes,
  addendumDigest,
  buildAddendum,
  readAddendum,
  type ShownBy,
} from "@consilium/report";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import { commanderOf } from "../api/route-parts.ts";
import { type Done, runCommand, type Scope } from "../command/run-command.ts";
import { opinionObject } from "../opinion/opinion-object.ts";
import { opinionOf } from "../report/find-reports.ts";
import type { Services } from "../services.ts";
import { type CaseRows, readCaseRows } from "../signing/read-case-rows.ts";
import { caseParts, personOf } from "../signing/report-input.ts";
import { prepareAddendum, type PreparedAddendum } from "./prepare-addendum.ts";
import { tellAdded, whoAsks } from "./tell-added.ts";

interface Signing {
  /** Of the addendum. */
  readonly id: string;
  /** Of the sheet that they were shown. */
  readonly basis: string;
  /** How they showed that it is they. */
  readonly shownBy: ShownBy;
}

interface Signed {
  readonly addendum: string;
  readonly digest: string;
}

/** What signing an addendum means: shown to whoever signs, and printed. */
export const addendumStatement = (zone: string): string => createSentences("en", zone)("addendum.statement");

/**
 * Freeze, value, digest: one transaction that finds the text as whoever signs has seen it, or does nothing. Who they are was
 * shown before (`StepUp`).
 */
export async function signAddendum(
  services: Services,
  visit: Visit,
  { id, basis, shownBy }: Signing,
): Promise<Result<Signed, RefusalReason>> {
  const prepared = await prepareAddendum(services, visit, id);
  if (!prepared.ok) return prepared;
  if (prepared.value.basis !== basis) return refuse("changed-since");
  if (prepared.value.words === 0) return refuse("empty-text");
  const licence = await licenceOf(services.open.database, visit.seat.personId);
  if (!licence) return refuse("no-licence");
  const object = opinionObject(opinionOf(prepared.value.report));
  const kind = { command: "begin, sign an addendum", changesRights: true, object } as const;
  // Read before the transaction: read inside, layers would wait for a second connection while it holds one.
  const asking = await whoAsks(services, visit, prepared.value.report);
  return runCommand(services, commanderOf(visit), kind, (scope) =>
    sign(scope, { prepared: prepared.value, licence, asking, shownBy }),
  );
}

interface ToSign extends Pick<Signing, "shownBy"> {
  readonly prepared: PreparedAddendum;
  readonly licence: Licence;
  /** Seats that wait for an answer. */
  readonly asking: readonly string[];
}

async function sign(
  scope: Scope,
  { prepared, licence, asking, shownBy }: ToSign,
): Promise<Result<Done<Signed>, RefusalReason>> {
  const { transaction, row, seat, key, at } = scope;
  const { id, document, sequence } = prepared;
  const report = (await reportsOfCase(transaction, key)).find((one) => one.id === prepared.report.id);
  if (report?.state !== "current") return refuse("not-now");
  const rows = await readCaseRows(transaction, key, row);
  const addendum = valueOf(scope, { prepared, licence, shownBy }, rows);
  const digest = await addendumDigest(addendum);
  const inputs = [{ document, sequence }];
  const frozen = await freezeDocument(transaction, { document, inputs, digest, at });
  if (frozen.outcome === "moved") return refuse("changed-since");
  const signature = { seatId: seat.id, at, digest, text: addendumBytes(addendum) };
  if (!(await keepSignature(transaction, key, document, signature))) return refuse("already-so");
  await tellAdded(scope, { addendum: id, report: report.id, asking });
  const body = { report: report.id, n: report.n, digest, shownBy };
  return ok({ value: { addendum: id, digest }, act: "addendum.signed", subject: id, body });
}

function valueOf(
  { row, seat, at }: Scope,
  { prepared: { id, content, sequence, report }, licence, shownBy }: Omit<ToSign, "asking">,
  rows: CaseRows,
): Addendum {
  const { zone } = rows.organisation.details;
  return buildAddendum({
    language: rows.details.language,
    zone,
    case: { id: row.id, number: row.number, title: rows.details.title, specialty: row.specialty },
    document: `addendum.${id}`,
    sequence,
    report: { version: report.n, digest: report.digest },
    signedAt: at.toISOString(),
    signer: {
      ...personOf(rows, seat.id),
      role: "lead",
      licence: { ...licence, checkedAt: null },
      blindUntil: null,
      shownBy,
    },
    statement: addendumStatement(zone),
    read: readAddendum(content),
    records: caseParts(rows, at).records,
  });
}
