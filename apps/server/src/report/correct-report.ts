import {
  correctionsOfCase,
  createDocument,
  documentId,
  insertCorrection,
  seedDocument,
} from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type * as Y from "yjs";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import { commanderOf } from "../api/route-parts.ts";
import { type Done, runCommand, type Scope } from "../command/run-command.ts";
import { readContent } from "../document/read-content.ts";
import { seedRow } from "../document/seed-row.ts";
import { opinionObject } from "../opinion/opinion-object.ts";
import type { Services } from "../services.ts";
import { findReport, opinionOf } from "./find-reports.ts";

interface Begun {
  readonly opinion: string;
}

interface Correcting {
  readonly reportId: string;
  readonly reason: string;
  /** The signed text. */
  readonly content: Y.Doc;
}

/**
 * A new opinion that is to stand in the place of a signed one: its text begins as a copy, booked as this author's. The signed one
 * stands until the new one is signed.
 */
export async function correctReport(
  services: Services,
  visit: Visit,
  reportId: string,
  reason: string,
): Promise<Result<Begun, RefusalReason>> {
  const found = await findReport(services, visit, reportId);
  if (!found.ok) return found;
  if (!reason.trim()) return refuse("reason-needed");
  if (visit.row.state === "closed") return refuse("not-now");
  const opinion = opinionOf(found.value);
  const content = await readContent(services, documentId(visit.row.id, `opinion.${opinion}`));
  const kind = {
    command: "sign, correct, retract",
    changesRights: true,
    object: opinionObject(opinion),
  } as const;
  return runCommand(services, commanderOf(visit), kind, (scope) =>
    begin(services, scope, { reportId, reason: reason.trim(), content }),
  );
}

async function begin(
  services: Services,
  { transaction, row, seat, key, facts, at }: Scope,
  { reportId, reason, content }: Correcting,
): Promise<Result<Done<Begun>, RefusalReason>> {
  const others = await correctionsOfCase(transaction, key);
  const isOpen = ({ documentId: of }: { readonly documentId: string }) =>
    facts.opinions.some(({ id, state }) => of.endsWith(`.${id}`) && state === "draft");
  if (others.some((one) => one.reportId === reportId && isOpen(one))) return refuse("already-so");
  const opinion = services.createId();
  const document = documentId(row.id, `opinion.${opinion}`);
  await createDocument(transaction, { document });
  const seeded = await seedDocument(transaction, key, { document, rows: [seedRow(content, seat, at)] });
  if (seeded.outcome !== "ok") throw new Error(`The copy was not taken: ${seeded.outcome}`);
  const of = { organisationId: row.organisationId, caseId: row.id };
  await insertCorrection(transaction, key, {
    documentId: document,
    ...of,
    reportId,
    seatId: seat.id,
    at,
    reason,
  });
  return ok({
    value: { opinion },
    act: "correction.begun",
    subject: opinion,
    body: { report: reportId },
    documents: [`opinion.${opinion}`],
  });
}
