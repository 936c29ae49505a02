import { type Clock, createUlid, ok, type Random, refuse, type Result } from "@consilium/foundation";
import * as Y from "yjs";
import type { Anchor } from "./anchor.ts";
import { annotationLimits, type Operation, type RootKind } from "./annotation.ts";

export type LayerRefusal = "no-words" | "too-long" | "not-there";

/** A seat's own layer, for writing. Each call is one transaction, so one update; ids are ULIDs made here. */
export interface LayerWriter {
  readonly addComment: (target: Anchor, body: string) => Result<string, LayerRefusal>;
  readonly addQuestion: (target: Anchor, body: string) => Result<string, LayerRefusal>;
  /** Something drawn on a picture or a page: it speaks for itself, so `body` may be "". */
  readonly addMark: (kind: MarkKind, target: Anchor, body: string) => Result<string, LayerRefusal>;
  /** `reason` may be "". */
  readonly suggest: (target: Anchor, replacement: string, reason: string) => Result<string, LayerRefusal>;
  readonly reply: (root: string, body: string) => Result<string, LayerRefusal>;
  /**
   * An operation counts only in a layer of the root's own audience. An answer and a decline say why (`body`); resolving and
   * reopening may.
   */
  readonly operate: (root: string, op: Operation, body: string) => Result<string, LayerRefusal>;
  readonly edit: (id: string, body: string) => Result<string, LayerRefusal>;
  readonly takeBack: (id: string) => Result<string, LayerRefusal>;
  /** The refreshed place of an anchor that was found elsewhere; only the layer's owner does this. */
  readonly refresh: (id: string, target: Anchor) => Result<string, LayerRefusal>;
}

export type MarkKind = Extract<RootKind, "mark" | "region" | "measure">;

export interface Hand {
  readonly clock: Clock;
  readonly random: Pick<Random, "below">;
}

export const entriesOf = (layer: Y.Doc): Y.Map<unknown> => layer.getMap<unknown>("a");

export function writeLayer(layer: Y.Doc, hand: Hand): LayerWriter {
  const add = (fields: Readonly<Record<string, unknown>>) => addEntry(layer, hand, fields);
  const begin = (kind: RootKind, target: Anchor, body: string) => {
    const words = judgeBody(body);
    return words.ok ? add({ kind, target: { ...target }, body: words.value }) : words;
  };
  return {
    addComment: (target, body) => begin("comment", target, body),
    addQuestion: (target, body) => begin("question", target, body),
    addMark: (kind, target, body) => {
      const words = judgeBody(body, "may be empty");
      return words.ok ? add({ kind, target: { ...target }, body: words.value }) : words;
    },
    suggest: (target, replacement, reason) => {
      const words = judgeSuggested(replacement, reason);
      return words.ok ? add({ kind: "suggestion", target: { ...target }, ...words.value }) : words;
    },
    reply: (root, body) => {
      const words = judgeBody(body);
      return words.ok ? add({ kind: "reply", replyTo: root, body: words.value }) : words;
    },
    operate: (root, op, body) => {
      const isSilent = op.act === "resolve" || op.act === "reopen";
      const words = judgeBody(body, isSilent ? "may be empty" : undefined);
      return words.ok ? add({ kind: "reply", replyTo: root, op: { ...op }, body: words.value }) : words;
    },
    edit: (id, body) => {
      const words = judgeBody(body);
      return words.ok ? setField(layer, id, "body", words.value) : words;
    },
    takeBack: (id) => {
      if (!entriesOf(layer).has(id)) return refuse("not-there");
      entriesOf(layer).delete(id);
      return ok(id);
    },
    refresh: (id, target) => setField(layer, id, "target", { ...target }),
  };
}

function addEntry(layer: Y.Doc, { clock, random }: Hand, fields: Readonly<Record<string, unknown>>) {
  const now = clock();
  const id = createUlid(now.getTime(), random);
  const entry = new Y.Map<unknown>(Object.entries({ ...fields, created: now.toISOString() }));
  layer.transact(() => entriesOf(layer).set(id, entry));
  return ok(id);
}

function setField(layer: Y.Doc, id: string, field: string, value: unknown): Result<string, LayerRefusal> {
  const entry = entriesOf(layer).get(id);
  if (!(entry instanceof Y.Map)) return refuse("not-there");
  entry.set(field, value);
  return ok(id);
}

function judgeBody(body: string, emptiness?: "may be empty"): Result<string, LayerRefusal> {
  if (body.length > annotationLimits.body) return refuse("too-long");
  return body.trim() === "" && !emptiness ? refuse("no-words") : ok(body.toWellFormed());
}

function judgeSuggested(replacement: string, reason: string) {
  const body = judgeBody(reason, "may be empty");
  if (!body.ok) return body;
  if (replacement.length > annotationLimits.replacement) return refuse("too-long");
  return ok({ body: body.value, replacement: replacement.toWellFormed() });
}
