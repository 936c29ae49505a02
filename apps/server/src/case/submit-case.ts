import { documentHead, documentId, insertQuestion, type QuestionWords } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import { itemsOf, plainTextOf, readFragment } from "@consilium/workspace";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, type Done, runCommand, type Scope } from "../command/run-command.ts";
import { readContentAt } from "../document/read-content.ts";
import { coordinatorsOf } from "../notify/told-seats.ts";
import type { Services } from "../services.ts";
import { recordStep } from "./step-case.ts";

interface Submitted {
  readonly questions: number;
}

/** How often the story is read again because somebody wrote in it meanwhile. */
const mostReadings = 5;

/**
 * The questions of the story become rows, in their rank: what was asked can no longer change under whoever answers. From
 * then on the story is read only. The story is read before the transaction, which then holds it and compares: read inside, it
 * would wait for a second connection while it holds one, and enough of them at once would wait for each other.
 */
export async function submitCase(
  services: Services,
  commander: Commander,
): Promise<Result<Submitted, RefusalReason>> {
  for (let reading = 1; ; reading++) {
    const asked = await askedInStory(services, commander.caseId);
    const kind = { command: "submit", changesRights: true } as const;
    const done = await runCommand(services, commander, kind, (scope) => submit(services, scope, asked));
    if (done.ok || done.reason !== "changed-since" || reading === mostReadings) return done;
  }
}

interface Asked {
  readonly questions: readonly (QuestionWords & { readonly id: string })[];
  /** Of the story, as it was read. */
  readonly sequence: number;
}

async function submit(
  services: Services,
  scope: Scope,
  { questions, sequence }: Asked,
): Promise<Result<Done<Submitted>, RefusalReason>> {
  const head = await documentHead(scope.transaction, documentId(scope.row.id, "story"));
  if ((head?.sequence ?? 0) !== sequence) return refuse("changed-since");
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
  const coordinators = await coordinatorsOf(scope.transaction, scope.row.id);
  await scope.notify({ kind: "case-submitted", subject: scope.row.id, seats: coordinators });
  const value = { questions: questions.length };
  return ok({ value, act: "case.submitted", subject: scope.row.id, body: value });
}

async function askedInStory(services: Services, caseId: string): Promise<Asked> {
  const { content, sequence } = await readContentAt(services, documentId(caseId, "story"));
  const questions = itemsOf(content, "question")
    .map(({ id, rich, scalar }) => ({
      id,
      text: plainTextOf(readFragment(rich("text"))).trim(),
      textForBlind: wordsOrNull(scalar("textForBlind")),
    }))
    .filter(({ text }) => text !== "");
  return { questions, sequence };
}

const wordsOrNull = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : null;
