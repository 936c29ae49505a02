import {
  caseDetailsOf,
  documentHead,
  documentId,
  findCase,
  insertQuestion,
  updateDetails,
  updateInventory,
} from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, type Done, runCommand, type Scope } from "../command/run-command.ts";
import { lackOfIntake } from "../intake/judge-intake.ts";
import { coordinatorsOf } from "../notify/told-seats.ts";
import { recordListOf } from "../programme/record-list.ts";
import type { Services } from "../services.ts";
import { type Asked, askedInDocuments, askingDocuments } from "./asked-in-documents.ts";
import { recordStep } from "./step-case.ts";
import { withTold } from "./told-in-intake.ts";

interface Submitted {
  readonly questions: number;
}

/** Of patient and referring clinician together; more can be asked later. */
const mostQuestions = 5;

/** How often the documents are read again because somebody wrote in them meanwhile. */
const mostReadings = 5;

/**
 * The questions of the story and the referral become rows, in their rank: what was asked can no longer change under whoever
 * answers. From then on the story is read only. Both are read before the transaction, which then holds the case and compares: read
 * inside, they would wait for a second connection while it holds one, and enough of them at once would wait for each other.
 */
export async function submitCase(
  services: Services,
  commander: Commander,
): Promise<Result<Submitted, RefusalReason>> {
  for (let reading = 1; ; reading++) {
    const asked = await askedInDocuments(services, commander.caseId);
    const kind = { command: "submit", changesRights: true } as const;
    const done = await runCommand(services, commander, kind, (scope) => submit(services, scope, asked));
    if (done.ok || done.reason !== "changed-since" || reading === mostReadings) return done;
  }
}

async function submit(
  services: Services,
  scope: Scope,
  { questions, decision, records, sequences }: Asked,
): Promise<Result<Done<Submitted>, RefusalReason>> {
  for (const name of askingDocuments) {
    const head = await documentHead(scope.transaction, documentId(scope.row.id, name));
    if ((head?.sequence ?? 0) !== sequences[name]) return refuse("changed-since");
  }
  const lack = await lackOfIntake(scope);
  if (lack) return refuse(lack);
  if (questions.length === 0) return refuse("no-question");
  if (questions.length > mostQuestions) return refuse("too-many-questions");
  await insertQuestions(scope, questions);
  await nameCase(scope, decision);
  await keepTold(scope, records);
  await recordStep(services, scope, { to: "submitted", reason: null });
  const coordinators = await coordinatorsOf(scope.transaction, scope.row.id);
  await scope.notify({ kind: "case-submitted", subject: scope.row.id, seats: coordinators });
  const value = { questions: questions.length };
  return ok({ value, act: "case.submitted", subject: scope.row.id, body: value });
}

async function insertQuestions(
  { transaction, key, row, seat, at }: Scope,
  questions: Asked["questions"],
): Promise<void> {
  const of = { organisationId: row.organisationId, caseId: row.id, seatId: seat.id };
  for (const [index, { id, ...words }] of questions.entries()) {
    const times = { submittedAt: at, withdrawnAt: null };
    await insertQuestion(transaction, key, { id, version: 1, ...of, rank: index + 1, ...times }, words);
  }
}

/** What was answered of the records, in the list of what is here and missing. */
async function keepTold({ transaction, key, row, at }: Scope, records: Asked["records"]): Promise<void> {
  if (records.size === 0) return;
  const now = (await findCase(transaction, row.id)) ?? row;
  const { inventory = [] } = caseDetailsOf(key, now);
  const listed = await recordListOf(transaction, row);
  await updateInventory(transaction, key, now, withTold(inventory, listed, records, at.toISOString()));
}

/** Characters of a title that nobody gave. */
const longestTitle = 80;

/** What is to be decided is the case's from now on, and its name where nobody gave it one. */
async function nameCase({ transaction, key, row }: Scope, decision: string): Promise<void> {
  if (decision === "") return;
  const { title } = caseDetailsOf(key, row);
  const [line = ""] = decision.split("\n");
  const short = line.length > longestTitle ? `${line.slice(0, longestTitle - 1).trimEnd()}…` : line;
  await updateDetails(transaction, key, row, {
    decision,
    title: title === "" ? short.toWellFormed() : title,
  });
}
