import type { GlossaryTerm, TermFinder } from "@consilium/clinical";
import { createContext } from "react";
import type { Stretch } from "../record/cut-text.ts";
import { isLaidRun, type LaidNode, type LaidRun } from "./laid-text.ts";

/** A term where a text uses it first: offsets in the plain text of its place. */
export interface TermInText extends Stretch {
  readonly term: GlossaryTerm;
}

/** The terms of the text around: each is explained where it is used first. */
export const TermsContext = createContext<readonly TermInText[]>([]);

/** A term that changes its look in the middle ("**MR**I") is not found. A link is pressed to follow it: nothing is explained there. */
export function termsOfText(blocks: readonly LaidNode[], find: TermFinder): readonly TermInText[] {
  const first = new Map<string, TermInText>();
  for (const run of blocks.flatMap(runsOf)) {
    if (run.marks?.some(({ type }) => type === "link")) continue;
    for (const { term, start, end } of find(run.text))
      if (!first.has(term.id))
        first.set(term.id, { id: term.id, term, start: run.offset + start, end: run.offset + end });
  }
  return [...first.values()];
}

const runsOf = (node: LaidNode): readonly LaidRun[] =>
  isLaidRun(node) ? [node] : node.content.flatMap(runsOf);
