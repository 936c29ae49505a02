import { documentId, freezeDocument } from "@consilium/database";
import { ok, refuse, type Result, sha256Hex } from "@consilium/foundation";
import { canonicalRendering, countWords, opinionContent } from "@consilium/workspace";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import { commanderOf } from "../api/route-parts.ts";
import { moveClocksBy } from "../case/move-clocks.ts";
import { runCommand } from "../command/run-command.ts";
import { readContentAt } from "../document/read-content.ts";
import { opinionObject } from "../opinion/opinion-object.ts";
import type { Services } from "../services.ts";

interface Finished {
  /** SHA-256 of the text's canonical rendering, lower-case hexadecimal. */
  readonly digest: string;
}

/** A reader who types while it is finished is waited for so often. */
const attempts = 5;

/**
 * The blind reader says that their own read is done: its text is closed for good, and its digest is in the audit before anything
 * of the first opinion reaches them. Nothing is revealed by it yet.
 */
export async function finishBlindRead(
  services: Services,
  visit: Visit,
  opinionId: string,
): Promise<Result<Finished, RefusalReason>> {
  for (let left = attempts; left > 0; left -= 1) {
    const done = await finishOnce(services, visit, opinionId);
    if (done.ok || done.reason !== "changed-since" || left === 1) return done;
  }
  return refuse("changed-since");
}

async function finishOnce(
  services: Services,
  visit: Visit,
  opinionId: string,
): Promise<Result<Finished, RefusalReason>> {
  const object = opinionObject(opinionId);
  if (!object(visit.facts)) return refuse("no-such-document");
  const document = documentId(visit.row.id, `opinion.${opinionId}`);
  const { content, sequence } = await readContentAt(services, document);
  const digest = await sha256Hex(canonicalRendering(content, "opinion"));
  const isEmpty = wordsIn(content) === 0;
  const kind = { command: "finish a blind read", changesRights: true, object } as const;
  return runCommand(services, commanderOf(visit), kind, async (scope) => {
    const { transaction, facts, at } = scope;
    if (facts.opinions.find(({ id }) => id === opinionId)?.state !== "draft") return refuse("already-so");
    if (isEmpty) return refuse("empty-text");
    const inputs = [{ document, sequence }];
    const frozen = await freezeDocument(transaction, { document, inputs, digest, at });
    if (frozen.outcome === "moved") return refuse("changed-since");
    await moveClocksBy(services, scope, { is: "blind-ends" });
    const body = { digest, sequence };
    return ok({ value: { digest }, act: "blind-read.finished", subject: opinionId, body });
  });
}

function wordsIn(content: Parameters<typeof opinionContent>[0]): number {
  const { sections, items } = opinionContent(content);
  const written = Object.values(sections).reduce((sum, text) => sum + countWords(text), 0);
  return written + items.length;
}
