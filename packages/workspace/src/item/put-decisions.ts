import type * as Y from "yjs";
import { plainTextOf } from "../rich-text/plain-text.ts";
import { readFragment } from "../rich-text/read-fragment.ts";
import { isRun, type RichNode } from "../rich-text/rich-node.ts";
import { writeFragment } from "../rich-text/write-fragment.ts";
import { addItem, type Item, itemOf, itemsOf, setItemField } from "./items.ts";

/**
 * Decisions of a conference that say something and are no recommendation of the opinion yet. A recommendation that was made of a
 * decision has its id: two who make it at once make one, and nobody has to keep a list of which became which.
 */
export const decisionsToPut = (conference: Y.Doc, opinion: Y.Doc): readonly Item[] =>
  itemsOf(conference, "decision").filter(
    (decision) => wordsOfDecision(decision) !== "" && !becameRecommendation(opinion, decision.id),
  );

/** Of a decision: what was decided, in plain words. */
export const wordsOfDecision = (decision: Item): string =>
  plainTextOf(readFragment(decision.rich("text"))).trim();

export const becameRecommendation = (opinion: Y.Doc, decision: string): boolean =>
  itemOf(opinion, decision)?.kind === "recommendation";

/**
 * Makes recommendations of decisions, behind those that are there, with their words, their owner and their day; links to evidence
 * come along. Part of its caller's transaction in the opinion. The decisions stay as they are.
 */
export function putDecisions(conference: Y.Doc, opinion: Y.Doc, decisions: readonly Item[]): void {
  for (const decision of decisions) {
    if (becameRecommendation(opinion, decision.id)) continue;
    addItem(opinion, "recommendation", decision.id);
    for (const field of ["owner", "due"] as const) {
      const value = decision.scalar(field);
      if (typeof value === "string" && value !== "") setItemField(opinion, decision.id, field, value);
    }
    const words = readFragment(decision.rich("text"));
    for (const id of linksIn(words.content)) bringLink(conference, opinion, id);
    const action = itemOf(opinion, decision.id)?.rich("action");
    if (action) writeFragment(action, words);
  }
}

function bringLink(conference: Y.Doc, opinion: Y.Doc, id: string): void {
  const links = opinion.getMap<unknown>("evidence");
  const link = conference.getMap<unknown>("evidence").get(id);
  if (link !== undefined && !links.has(id)) links.set(id, link);
}

const linksIn = (nodes: readonly RichNode[]): readonly string[] =>
  nodes.flatMap((node) => {
    if (isRun(node)) return [];
    const id = node.type === "evidence" ? node.attrs?.["id"] : undefined;
    return [...(typeof id === "string" ? [id] : []), ...linksIn(node.content ?? [])];
  });
