import { type LayerTarget, parseDocumentName, targetAccess } from "@consilium/clinical";
import { documentsOfCase, questionRowsOfCases } from "@consilium/database";
import type { ExportedQuestion, ExportedThread } from "@consilium/exchange";
import type { Visit } from "../api/api-context.ts";
import { describeQuestions } from "../case/describe-questions.ts";
import type { Services } from "../services.ts";
import { readerOf, readThreads } from "../thread/read-threads.ts";

/** Questions as they were submitted. */
export async function readQuestions(
  { open: { database } }: Services,
  { row, key, seat }: Visit,
): Promise<readonly ExportedQuestion[]> {
  const rows = await questionRowsOfCases(database, [row.id]);
  const asked = new Map(rows.map((one) => [one.id, one]));
  return describeQuestions(key, rows, seat).flatMap(({ id, rank, text, withdrawn }) => {
    const from = asked.get(id);
    return from
      ? [{ id, rank, text, by: from.seatId, at: from.submittedAt.toISOString(), isWithdrawn: withdrawn }]
      : [];
  });
}

/** Threads on all that the seat may read live. Those on a version are the version's, and stay with it. */
export async function readTalk(services: Services, visit: Visit): Promise<readonly ExportedThread[]> {
  const { seat, facts, row } = visit;
  const documents = await documentsOfCase(services.open.database, row.id);
  const targets = new Set<LayerTarget>(
    documents.flatMap(({ name }) => {
      const parsed = parseDocumentName(name);
      return parsed?.kind === "layer" ? [parsed.target] : [];
    }),
  );
  const found: ExportedThread[] = [];
  for (const target of targets) {
    if (targetAccess(target, seat, facts, services.now()) !== "live") continue;
    for (const thread of await readThreads(services, visit, target, readerOf(seat))) {
      const { key, by, created, body, replacement, state, replies } = thread;
      found.push({
        id: key,
        by,
        at: created,
        about: target,
        words: [body, replacement].filter((words) => words !== undefined && words !== "").join("\n"),
        isOver: state.is !== "open",
        replies: replies.map((reply) => ({
          id: reply.id,
          by: reply.by,
          at: reply.created,
          words: reply.body,
        })),
      });
    }
  }
  return found;
}
