import { judgeUpdate, limits, type Vocabulary, vocabularyFor } from "@consilium/workspace";
import { createSilentDoc } from "@consilium/workspace";
import { faultsOf } from "@consilium/workspace-client";
import { contentOf } from "@consilium/workspace/testing";
import * as Y from "yjs";

/** What a mutant is tried on: what the server holds, who sends it, and what somebody else writes at the same time. */
export interface Stage {
  /** Of the server, as an update: each mutant meets it as it was. */
  readonly held: Uint8Array;
  readonly author: number;
  readonly elsewhere: Uint8Array;
}

export type Fate = "admitted" | "resync" | "refused";

export interface Judged {
  readonly fate: Fate;
  /** Why it should not have been admitted. */
  readonly wrong: string | undefined;
}

const vocabulary: Vocabulary = vocabularyFor("opinion");
const gate = { vocabulary, longest: limits.answerBytes };

export const docOf = (...updates: readonly Uint8Array[]): Y.Doc => {
  const doc = createSilentDoc({ gc: true });
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
};

/**
 * The gate's word, and whether it may stand. A mutant may have become something that its author might well send: then it is
 * held to what everything admitted must be, by looking at the documents and not at the gate.
 */
export function judgeMutant(server: Y.Doc, stage: Stage, frame: Uint8Array): Judged {
  const verdict = judgeUpdate(server, frame, { ...gate, mayUse: (client) => client === stage.author });
  if (verdict.fate === "resync") return { fate: "resync", wrong: undefined };
  if (verdict.fate === "reset") return { fate: "refused", wrong: undefined };
  return { fate: "admitted", wrong: whatIsWrong(server, stage, verdict.bytes) };
}

function whatIsWrong(server: Y.Doc, stage: Stage, bytes: Uint8Array): string | undefined {
  let after: Y.Doc;
  try {
    after = docOf(stage.held, bytes);
  } catch (cause) {
    return `it throws when it is applied: ${String(cause)}`;
  }
  return (
    pendingIn(after) ??
    foreignIn(server, after, stage.author) ??
    unknownIn(after) ??
    divergesFrom(stage, bytes, after)
  );
}

const pendingIn = ({ store }: Y.Doc): string | undefined =>
  store.pendingStructs || store.pendingDs ? "it leaves something pending" : undefined;

function foreignIn(before: Y.Doc, after: Y.Doc, author: number): string | undefined {
  for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(after)))
    if (client !== author && clock !== Y.getState(before.store, client))
      return `it adds content under the id ${client}`;
  return undefined;
}

function unknownIn(after: Y.Doc): string | undefined {
  const [fault] = faultsOf(after, vocabulary);
  return fault && `it brings “${fault.what}” to ${fault.path}`;
}

/** In either order with what somebody else writes, and loaded as a whole, it must be the same text. */
function divergesFrom({ held, elsewhere }: Stage, bytes: Uint8Array, after: Y.Doc): string | undefined {
  const [first, last] = [docOf(held, bytes, elsewhere), docOf(held, elsewhere, bytes)];
  if (pendingIn(first) ?? pendingIn(last)) return "beside another's words it leaves something pending";
  if (contentOf(first) !== contentOf(last)) return "beside another's words replicas differ by the order";
  const loaded = docOf(Y.encodeStateAsUpdate(after));
  return contentOf(loaded) === contentOf(after) ? undefined : "loaded again it is something else";
}
