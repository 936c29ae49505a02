import * as Y from "yjs";
import {
  isRun,
  type RichDocument,
  type RichMark,
  type RichNode,
  type RichRun,
  type RichValue,
} from "./rich-node.ts";

/** Replaces what the fragment holds, in one transaction. Use `diffIntoFragment` where somebody's words should stay theirs. */
export function writeFragment(fragment: Y.XmlFragment, document: RichDocument): void {
  transactionOf(fragment, () => {
    fragment.delete(0, fragment.length);
    fragment.insert(0, typesOf(document.content));
  });
}

/** A fragment that stands in no document yet is written directly. */
export function transactionOf(fragment: Y.XmlFragment, act: () => void): void {
  if (fragment.doc) fragment.doc.transact(act);
  else act();
}

type Child = Y.XmlElement | Y.XmlText;

/** As y-tiptap lays it out: neighbouring runs in one XmlText, everything else in an element of its own. */
export const typesOf = (nodes: readonly RichNode[]): Child[] =>
  unitsOf(nodes).map((unit) => (isRuns(unit) ? textOf(unit) : elementOf(unit)));

/** What one Yjs child will hold: an element, or neighbouring runs. */
export type Unit = readonly RichRun[] | Exclude<RichNode, RichRun>;
export const isRuns = (unit: Unit): unit is readonly RichRun[] => Array.isArray(unit);

export function unitsOf(nodes: readonly RichNode[]): Unit[] {
  const units: Unit[] = [];
  for (const node of nodes) {
    const last = units.at(-1);
    if (!isRun(node)) units.push(node);
    else if (last && isRuns(last)) units[units.length - 1] = [...last, node];
    else units.push([node]);
  }
  return units;
}

function textOf(runs: readonly RichRun[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta(
    runs.map((run) => ({ insert: run.text, ...(run.marks && { attributes: attributesOf(run.marks) }) })),
  );
  return text;
}

export const attributesOf = (marks: readonly RichMark[]): Record<string, RichMark["attrs"] | null> =>
  Object.fromEntries(marks.map((mark) => [mark.type, mark.attrs]));

function elementOf({ type, attrs = {}, content = [] }: Exclude<RichNode, RichRun>): Y.XmlElement {
  const element = new Y.XmlElement(type);
  for (const [name, value] of Object.entries(attrs)) setAttribute(element, name, value);
  element.insert(0, typesOf(content));
  return element;
}

/** Yjs stores any plain value; its types know strings only. */
export function setAttribute(element: Y.XmlElement, name: string, value: RichValue): void {
  const holder: Y.XmlElement<Record<string, RichValue>> = element;
  holder.setAttribute(name, value);
}
