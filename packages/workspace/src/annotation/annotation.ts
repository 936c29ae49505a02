import { type ThreadAct, threadActs } from "@consilium/clinical";
import { isUlid } from "@consilium/foundation";
import * as Y from "yjs";
import { type AnnotationKind, annotationKinds } from "../vocabulary/annotation-fields.ts";
import { type Anchor, parseAnchor } from "./anchor.ts";

export const annotationLimits = {
  /** Characters of a comment, question, reply or reason. */
  body: 10_000,
  /** Characters of a suggestion's words. */
  replacement: 10_000,
} as const;

/** An entry of a layer, as its author wrote it. */
export type Annotation = Root | Reply;

export type RootKind = Exclude<AnnotationKind, "reply">;

export interface Root {
  readonly id: string;
  readonly kind: RootKind;
  /** Undefined: a place that this app does not know. The thread is shown without one. */
  readonly anchor: Anchor | undefined;
  readonly body: string;
  /** A suggestion's words; "" suggests to leave the quoted words out. */
  readonly replacement: string | undefined;
  /** ISO 8601, by the author's clock. */
  readonly created: string;
}

export interface Reply {
  readonly id: string;
  readonly kind: "reply";
  readonly replyTo: string;
  /** "" only beside an operation. */
  readonly body: string;
  readonly op: Operation | undefined;
  readonly created: string;
}

/** What was done to a thread. `count`: 1 + the highest that its author saw; the highest says the state, ties by seat. */
export interface Operation {
  readonly act: ThreadAct;
  readonly count: number;
}

const highestCount = 1_000_000;

/** Undefined: not an annotation. What a seat writes into its own layer is checked by every reader. */
export function parseAnnotation(id: string, value: unknown): Annotation | undefined {
  if (!isUlid(id) || !(value instanceof Y.Map)) return undefined;
  const fields = new Map<string, unknown>(value);
  const kind = annotationKinds.find((known) => known === fields.get("kind"));
  const body = textOf(fields.get("body") ?? "", annotationLimits.body);
  const created = fields.get("created");
  if (!kind || body === undefined || !isTime(created)) return undefined;
  if (kind === "reply") return parseReply(id, fields, body, created);
  const replacement = textOf(fields.get("replacement"), annotationLimits.replacement);
  if ((kind === "suggestion") !== (replacement !== undefined)) return undefined;
  return { id, kind, anchor: parseAnchor(fields.get("target")), body, replacement, created };
}

function parseReply(
  id: string,
  fields: ReadonlyMap<string, unknown>,
  body: string,
  created: string,
): Reply | undefined {
  const replyTo = fields.get("replyTo");
  const op = parseOperation(fields.get("op"));
  if (!isUlid(replyTo) || (body.trim() === "" && !op)) return undefined;
  return { id, kind: "reply", replyTo, body, op, created };
}

function parseOperation(value: unknown): Operation | undefined {
  if (typeof value !== "object" || value === null || !("act" in value) || !("count" in value))
    return undefined;
  const act = threadActs.find((known) => known === value.act);
  const { count } = value;
  if (!act || typeof count !== "number" || !Number.isSafeInteger(count)) return undefined;
  return count >= 1 && count <= highestCount ? { act, count } : undefined;
}

const textOf = (value: unknown, longest: number): string | undefined =>
  typeof value === "string" && value.length <= longest ? value : undefined;

const isTime = (value: unknown): value is string =>
  typeof value === "string" && value.length <= 40 && !Number.isNaN(Date.parse(value));
