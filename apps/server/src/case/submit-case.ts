import { insertQuestion, type QuestionWords } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import { itemsOf, plainTextOf, readFragment } from "@consilium/workspace";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, type Done, runCommand, type Scope } from "../command/run-command.ts";
import { readContent } from "../document/read-content.ts";
import type { Services } from "../services.ts";
import { recordStep } from "./step-case.ts";

interface Submitted {
  readonly questions: number;
}

/**
 * The questions of the story become rows, in their rank: what was asked can no longer change under whoever answers. From
 * then on the story is read only.
 */
export const submitCase = (
  services: Services,
  commander: Commander,
): Promise<Result<Submitted, RefusalReason>> =>
  runCommand(services, commander, { command: "submit", changesRights: true }, (scope) =>
    submit(services, scope),
  );

async function submit(services: Services, scope: Scope): Promise<Result<Done<Submitted>, RefusalReason>> {
  // The authority was raised before this: what is read now is the last that was committed.
  const questions = await askedInStory(services, scope.row.id);
  if (questions.length === 0) return refuse("no-question");
  for (const [index, { id, ...words }] of questions.entries()) {
    await insertQuestion(
      scope.transaction,
      scope.key,
      {
        id,
        version: 1,
        organisationId: scope.row.organisationId,
        caseId: scope.row.id,
        rank: index + 1,
        seatId: scope.seat.id,
        submittedAt: scope.at,
        withdrawnAt: null,
      },
      words,
    );
  }
  await recordStep(services, scope, { to: "submitted", reason: null });
  const value = { questions: questions.length };
  return ok({ value, act: "case.submitted", subject: scope.row.id, body: value });
}

async function askedInStory(
  services: Services,
  caseId: string,
): Promise<readonly (QuestionWords & { readonly id: string })[]> {
  const story = await readContent(services, `${caseId}/story`);
  return itemsOf(story, "question")
    .map(({ id, rich }) => ({ id, text: plainTextOf(readFragment(rich("text"))).trim(), textForBlind: null }))
    .filter(({ text }) => text !== "");
}
