import { countWords } from "../rich-text/plain-text.ts";
import { type DifferenceNode, type DifferenceRun, isDifferenceRun } from "./difference-node.ts";

/** Words that a person brought in and took away between the moments; moved text is neither. */
export interface WordCount {
  readonly personId: string;
  readonly added: number;
  readonly removed: number;
}

/** For a legend: by person, in the order of their first change in the text. */
export function wordsByPerson(nodes: readonly DifferenceNode[]): WordCount[] {
  const counts = new Map<string, { added: number; removed: number }>();
  for (const { personId, state, text } of changesIn(nodes)) {
    const count = counts.get(personId) ?? { added: 0, removed: 0 };
    counts.set(personId, count);
    count[state] += countWords(text);
  }
  return [...counts].map(([personId, count]) => ({ personId, ...count }));
}

export interface WordChange {
  readonly personId: string;
  readonly state: "added" | "removed";
  readonly text: string;
}

/** Neighbouring changes of one person in one block as one: a word in bold inside a new sentence does not cut it. */
export function changesIn(nodes: readonly DifferenceNode[]): WordChange[] {
  const changes: WordChange[] = [];
  let open = false;
  for (const node of nodes) {
    if (!isDifferenceRun(node)) {
      if (node.type !== "evidence") open = false;
      changes.push(...changesIn(node.children));
      continue;
    }
    const change = changeOf(node);
    const last = changes.at(-1);
    if (change && open && last?.state === change.state && last.personId === change.personId)
      changes[changes.length - 1] = { ...change, text: last.text + change.text };
    else if (change) changes.push(change);
    open = change !== undefined;
  }
  return changes;
}

function changeOf({ state, moved, insertedBy, deletedBy, text }: DifferenceRun): WordChange | undefined {
  if (moved || state === "same") return undefined;
  const { personId } = state === "removed" ? (deletedBy ?? insertedBy) : insertedBy;
  return { personId, state, text };
}
