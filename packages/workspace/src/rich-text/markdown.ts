import {
  joinRuns,
  type RichDocument,
  type RichElement,
  type RichMark,
  type RichNode,
  run,
  sortedMarks,
} from "./rich-node.ts";

/** `[[evidence:RECORD#PLACE|LABEL]]`: the place is a quote of the record, or `place:` and the id of a place. */
export interface EvidenceLink {
  readonly record: string;
  readonly place: string;
  readonly label: string;
}

/** Gives the ULID under which the link's anchor (with its label) stands in the document's `evidence`. */
export type EvidenceId = (link: EvidenceLink) => string;

/**
 * Light Markdown: paragraphs, `## ` and `### `, `- `, `1. `, `**bold**`, `*italic*`, evidence links. Everything else, a star
 * that opens nothing included, is text. Lines of a paragraph are joined by a space.
 */
export function markdownToRichText(markdown: string, evidenceId: EvidenceId): RichDocument {
  const content: RichElement[] = [];
  for (const part of partsOf(markdown)) {
    const last = content.at(-1);
    if (part.list === undefined) content.push(blockOf(part, evidenceId));
    else if (part.list === last?.type)
      content[content.length - 1] = { ...last, content: [...(last.content ?? []), itemOf(part, evidenceId)] };
    else content.push(listOf(part, evidenceId));
  }
  return { type: "doc", content };
}

interface Part {
  readonly text: string;
  readonly level?: number;
  readonly list?: "bulletList" | "orderedList" | undefined;
  readonly start?: number;
}

function partsOf(markdown: string): Part[] {
  const parts: Part[] = [];
  let paragraph = false;
  for (const line of markdown.split("\n")) {
    const part = partOf(line.trim());
    const last = parts.at(-1);
    if (part && paragraph && last && !part.marked)
      parts[parts.length - 1] = { ...last, text: `${last.text} ${part.text}` };
    else if (part) parts.push(part);
    paragraph = part !== undefined && !part.marked;
  }
  return parts;
}

function partOf(line: string): (Part & { readonly marked: boolean }) | undefined {
  if (line === "") return undefined;
  const heading = /^(##|###) +(.+)$/.exec(line);
  if (heading) return { text: heading[2] ?? "", level: heading[1]?.length ?? 2, marked: true };
  const bullet = /^- +(.+)$/.exec(line);
  if (bullet) return { text: bullet[1] ?? "", list: "bulletList", marked: true };
  const number = /^(\d{1,3})\. +(.+)$/.exec(line);
  if (number) return { text: number[2] ?? "", list: "orderedList", start: Number(number[1]), marked: true };
  return { text: line, marked: false };
}

const blockOf = ({ text, level }: Part, evidenceId: EvidenceId): RichElement => ({
  ...(level === undefined ? { type: "paragraph" } : { type: "heading", attrs: { level } }),
  content: joinRuns(inlineOf(text, [], evidenceId)),
});

const itemOf = ({ text }: Part, evidenceId: EvidenceId): RichElement => ({
  type: "listItem",
  content: [blockOf({ text }, evidenceId)],
});

const listOf = (part: Part, evidenceId: EvidenceId): RichElement => ({
  type: part.list ?? "bulletList",
  ...(part.start !== undefined && { attrs: { start: part.start } }),
  content: [itemOf(part, evidenceId)],
});

// A star opens before a letter and closes after one, so that the allele *28 stays as it is.
const inline =
  /\[\[evidence:(?<record>[^#\]]+)#(?<place>.+?)\|(?<label>[^|]*?)\]\]|\*\*(?=\S)(?<bold>.+?)(?<=\S)\*\*|(?<![\w*])\*(?=[^\s*])(?<italic>.+?)(?<=[^\s*])\*(?![\w*])/gu;

function inlineOf(text: string, marks: readonly RichMark[], evidenceId: EvidenceId): RichNode[] {
  const nodes: RichNode[] = [];
  let at = 0;
  for (const match of text.matchAll(inline)) {
    nodes.push(run(text.slice(at, match.index), marks));
    at = match.index + match[0].length;
    const { record, place, label, bold, italic } = match.groups ?? {};
    if (record !== undefined && place !== undefined && label !== undefined)
      nodes.push({ type: "evidence", attrs: { id: evidenceId({ record, place, label }) } });
    else nodes.push(...inlineOf(bold ?? italic ?? "", withMark(marks, bold ? "bold" : "italic"), evidenceId));
  }
  nodes.push(run(text.slice(at), marks));
  return nodes;
}

const withMark = (marks: readonly RichMark[], type: string): RichMark[] =>
  sortedMarks([...marks.filter((mark) => mark.type !== type), { type, attrs: {} }]);
