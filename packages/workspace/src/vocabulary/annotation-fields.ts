import { isUlid } from "@consilium/foundation";
import { type Rule, scalar } from "./rule.ts";
import { isOneOf, isPlainData, isText } from "./values.ts";

export const annotationKinds = [
  "comment",
  "question",
  "reply",
  "suggestion",
  "mark",
  "region",
  "measure",
] as const;
export type AnnotationKind = (typeof annotationKinds)[number];

/** One entry of a layer's `a`. `target` is an anchor, one JSON value; `op` the counter of documents.md, section 5. */
export const annotationRules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ["kind", scalar(isOneOf(annotationKinds))],
  ["target", scalar(isPlainData)],
  ["body", scalar(isText(10_000))],
  ["replyTo", scalar(isUlid)],
  ["replacement", scalar(isText(10_000))],
  ["op", scalar(isPlainData)],
  ["created", scalar(isText(40))],
]);
