import {
  joinRuns,
  type RichDocument,
  type RichMark,
  type RichNode,
  type RichValue,
  run,
  sortedMarks,
} from "../rich-text/rich-node.ts";
import {
  type AttributeChange,
  type DifferenceNode,
  type DifferenceRun,
  type Formatting,
  isDifferenceRun,
} from "./difference-node.ts";

export type Side = "before" | "after";

/** What stood at one of the two moments: a difference loses nothing. */
export const sideOf = (nodes: readonly DifferenceNode[], side: Side): RichDocument => ({
  type: "doc",
  content: joinRuns(childrenOn(nodes, side)),
});

function childrenOn(nodes: readonly DifferenceNode[], side: Side): RichNode[] {
  const hidden = side === "before" ? "added" : "removed";
  return nodes.flatMap((node): RichNode[] => {
    if (node.state === hidden) return [];
    if (isDifferenceRun(node)) return [run(node.text, marksOn(node, side))];
    const attrs = side === "after" ? node.attrs : attributesBefore(node.attrs, node.changed);
    const content = joinRuns(childrenOn(node.children, side));
    return [
      {
        type: node.type,
        ...(Object.keys(attrs).length > 0 && { attrs }),
        ...(content.length > 0 && { content }),
      },
    ];
  });
}

function attributesBefore(
  attrs: Readonly<Record<string, RichValue>>,
  changed: readonly AttributeChange[],
): Record<string, RichValue> {
  const earlier = new Map(Object.entries(attrs));
  for (const { name, before } of changed) {
    if (before === undefined) earlier.delete(name);
    else earlier.set(name, before);
  }
  return Object.fromEntries(earlier);
}

function marksOn({ marks, formatted }: DifferenceRun, side: Side): readonly RichMark[] {
  if (side === "after" || formatted.length === 0) return marks;
  const kept = marks.filter(({ type }) => !formatted.some(({ mark }) => mark === type));
  return sortedMarks([...kept, ...formatted.flatMap(markBefore)]);
}

const markBefore = ({ mark, before }: Formatting): RichMark[] =>
  before === null ? [] : [{ type: mark, attrs: before }];
