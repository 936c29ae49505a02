import type { Random } from "@consilium/foundation";
import { block, commands, type HeadlessEditor, schema } from "@consilium/workspace/testing";
import type { Identities } from "./identities.ts";
import { phrase, words } from "./random-document.ts";

/** One rich text under edit, and the truth about its letters. */
export interface Desk {
  readonly editor: HeadlessEditor;
  readonly identities: Identities;
}

interface TextBlock {
  /** Of its first letter. */
  readonly start: number;
  readonly text: string;
  readonly isInTable: boolean;
}

/** False: it did nothing here. */
type Edit = (desk: Desk, random: Random, others: readonly Desk[]) => boolean;

export const edits: Readonly<Record<string, Edit>> = {
  type: (desk, random) => write(desk, random, 0, random.pick(words)),
  "type a sentence": (desk, random) => write(desk, random, 0, ` ${phrase(random)}`),
  delete: (desk, random) => write(desk, random, 1 + random.below(25), ""),
  replace: (desk, random) => write(desk, random, 1 + random.below(25), random.pick(words)),
  "replace all": replaceAll,
  enter: (desk, random) => command(desk, random, commands.enter, "inside"),
  "join with the one before": (desk, random) => command(desk, random, commands.backspaceAtStart, "start"),
  "join with the one after": (desk, random) => command(desk, random, commands.deleteAtEnd, "end"),
  "to heading": (desk, random) => command(desk, random, commands.toHeading, "inside"),
  "to paragraph": (desk, random) => command(desk, random, commands.toParagraph, "inside"),
  "to bullet list": (desk, random) => command(desk, random, commands.toBulletList, "inside"),
  "to numbered list": (desk, random) => command(desk, random, commands.toOrderedList, "inside"),
  "out of the list": (desk, random) => command(desk, random, commands.outOfList, "inside"),
  "to quotation": (desk, random) => command(desk, random, commands.toQuote, "inside"),
  bold: (desk, random) => command(desk, random, commands.bold, "range"),
  italic: (desk, random) => command(desk, random, commands.italic, "range"),
  "line break": (desk, random) => insertLeaf(desk, random, "hardBreak"),
  "evidence link": (desk, random) => insertLeaf(desk, random, "evidence"),
  "new paragraph": newParagraph,
  "delete a block": (desk, random) => cutBlock(desk, random) !== undefined,
  "cut and paste a block": (desk, random) => moveBlock(desk, random, desk),
  "cut and paste words": moveWords,
  "to another section": (desk, random, others) => moveBlock(desk, random, random.pick(others)),
  "copy and paste a block": copyBlock,
  undo: ({ editor, identities }) => {
    if (!identities.canUndo() || !editor.undo()) return false;
    identities.undo(editor.state().doc);
    return true;
  },
  "remote change": ({ editor }) => {
    editor.reload();
    return true;
  },
};

function textBlocks({ editor }: Desk): TextBlock[] {
  const found: TextBlock[] = [];
  const { doc } = editor.state();
  doc.descendants((node, position) => {
    if (!node.isTextblock || node.content.size === 0) return;
    const text = node.textBetween(0, node.content.size, "", "\ufffc");
    found.push({
      start: position + 1,
      text,
      isInTable: doc.resolve(position).node(1)?.type.name === "table",
    });
  });
  return found;
}

function someBlock(desk: Desk, random: Random): TextBlock | undefined {
  const blocks = textBlocks(desk);
  return blocks.length > 0 ? random.pick(blocks) : undefined;
}

/** A place in a text that parts no surrogate pair. */
function boundary(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : Math.min(at, text.length);
}

/** Replaces up to `length` letters. An edit that can be read in two ways ("a" beside "a") has no truth: another place is tried. */
function write(desk: Desk, random: Random, length: number, insert: string): boolean {
  const place = someBlock(desk, random);
  if (!place) return false;
  const { start, text } = place;
  const from = boundary(text, random.below(text.length + 1));
  const to = boundary(text, Math.min(text.length, from + length));
  if ((from === to && insert === "") || isAmbiguous(text, from, to, insert)) return false;
  desk.editor.apply((transaction) =>
    insert === ""
      ? transaction.delete(start + from, start + to)
      : transaction.insertText(insert, start + from, start + to),
  );
  return true;
}

function isAmbiguous(text: string, from: number, to: number, insert: string): boolean {
  const now = text.slice(0, from) + insert + text.slice(to);
  const shorter = Math.min(text.length, now.length);
  let before = 0;
  while (before < shorter && text[before] === now[before]) before += 1;
  let after = 0;
  while (after < shorter && text.at(-1 - after) === now.at(-1 - after)) after += 1;
  return before !== from || after !== text.length - to;
}

function replaceAll(desk: Desk, random: Random): boolean {
  const [word, other] = random.pick([
    ["segment", "Segm."],
    ["lesion", "focus"],
    ["mm", "millimetres"],
    ["evidence", "sign"],
  ] as const);
  const places = textBlocks(desk)
    .flatMap(({ start, text }) => [...text.matchAll(new RegExp(word, "g"))].map(({ index }) => start + index))
    .toReversed();
  if (places.length === 0) return false;
  // As the app does it: a transaction an occurrence, from the end.
  for (const from of places)
    desk.editor.apply((transaction) => transaction.insertText(other, from, from + word.length));
  return true;
}

function command(
  desk: Desk,
  random: Random,
  run: Parameters<HeadlessEditor["run"]>[0],
  where: "start" | "inside" | "end" | "range",
): boolean {
  const place = someBlock(desk, random);
  if (!place) return false;
  const { start, text } = place;
  const from = boundary(text, random.below(text.length));
  const to = where === "range" ? boundary(text, Math.min(text.length, from + 1 + random.below(30))) : from;
  if (where === "start") desk.editor.select(start);
  else if (where === "end") desk.editor.select(start + text.length);
  else desk.editor.select(start + from, start + to);
  return desk.editor.run(run);
}

function insertLeaf(desk: Desk, random: Random, name: string): boolean {
  const place = someBlock(desk, random);
  if (!place) return false;
  const at = place.start + boundary(place.text, random.below(place.text.length + 1));
  const attributes = name === "evidence" ? { id: "01ARZ3NDEKTSV4RRFFQ69G5FAV" } : null;
  desk.editor.apply((transaction) =>
    transaction.insert(at, transaction.doc.type.schema.node(name, attributes)),
  );
  return true;
}

function newParagraph(desk: Desk, random: Random): boolean {
  desk.editor.apply((transaction) =>
    transaction.insert(gap(desk, random), block(random.below(2) === 0 ? phrase(random) : random.pick(words))),
  );
  return true;
}

/** A position between two top-level blocks. */
function gap({ editor }: Desk, random: Random): number {
  const { doc } = editor.state();
  let position = 0;
  for (let nth = random.below(doc.childCount + 1); nth > 0; nth -= 1) position += doc.child(nth - 1).nodeSize;
  return position;
}

function topBlock({ editor }: Desk, random: Random) {
  const { doc } = editor.state();
  const nth = random.below(doc.childCount);
  let from = 0;
  for (let before = 0; before < nth; before += 1) from += doc.child(before).nodeSize;
  const node = doc.child(nth);
  return { node, from, to: from + node.nodeSize };
}

function cutBlock(desk: Desk, random: Random) {
  if (desk.editor.state().doc.childCount < 4) return undefined;
  const { node, from, to } = topBlock(desk, random);
  const { doc } = desk.editor.state();
  if (doc.resolve(from).nodeBefore?.eq(node) || doc.resolve(to).nodeAfter?.eq(node)) return undefined;
  const letters = desk.identities.lettersIn(from, to);
  desk.editor.apply((transaction) => transaction.delete(from, to));
  return { node, letters };
}

function moveBlock(desk: Desk, random: Random, target: Desk): boolean {
  const cut = cutBlock(desk, random);
  if (!cut) return false;
  const at = gap(target, random);
  target.editor.apply((transaction) => transaction.insert(at, cut.node));
  target.identities.cameBack(at, at + cut.node.nodeSize, cut.letters);
  return true;
}

function copyBlock(desk: Desk, random: Random): boolean {
  const { node, from, to } = topBlock(desk, random);
  const letters = desk.identities.lettersIn(from, to);
  const at = gap(desk, random);
  const { nodeBefore, nodeAfter } = desk.editor.state().doc.resolve(at);
  if (nodeBefore?.eq(node) || nodeAfter?.eq(node)) return false; // Beside each other nobody can tell which is the copy.
  desk.editor.apply((transaction) => transaction.insert(at, schema.nodeFromJSON(node.toJSON())));
  desk.identities.isCopy(at, at + node.nodeSize, letters);
  return true;
}

function moveWords(desk: Desk, random: Random): boolean {
  const place = someBlock(desk, random);
  if (!place) return false;
  const { start, text } = place;
  const from = boundary(text, random.below(text.length));
  const to = boundary(text, Math.min(text.length, from + 10 + random.below(80)));
  if (isAmbiguous(text, from, to, "")) return false;
  const letters = desk.identities.lettersIn(start + from, start + to);
  const cut = desk.editor.state().doc.slice(start + from, start + to);
  desk.editor.apply((transaction) => transaction.delete(start + from, start + to));
  const target = someBlock(desk, random);
  if (!target) return true;
  const at = boundary(target.text, random.below(target.text.length + 1));
  const into = target.start + at;
  const pasted = cut.content.textBetween(0, cut.content.size, "", "\ufffc");
  if (isAmbiguous(target.text, at, at, pasted)) return true;
  desk.editor.apply((transaction) => transaction.replaceWith(into, into, cut.content));
  desk.identities.cameBack(into, into + cut.content.size, letters);
  return true;
}
