import type { TextBlock } from "@consilium/clinical";
import type { XmlElement } from "../xml/xml-element.ts";
import { elementsIn } from "../xml/xml-element.ts";
import { strayText, tableBlocks } from "./narrative-table.ts";
import { blockNames, inlineText, type NarrativeContext, oneSpaced, tidy } from "./narrative-text.ts";

const listNames = new Set(["list", "ul", "ol", "dl"]);
const captionOf = (parent: XmlElement): readonly XmlElement[] =>
  elementsIn(parent).filter(({ name }) => name === "caption");

const isOrdered = ({ name, attributes }: XmlElement): boolean =>
  name === "ol" || attributes.get("listType") === "ordered";

/** Collects blocks in the order of the text. Loose words between blocks are a paragraph, or an item inside a list. */
class Collector {
  readonly blocks: TextBlock[] = [];
  private words = "";
  private list: { readonly ordered: boolean; readonly items: string[] } | null = null;
  private readonly context: NarrativeContext;

  constructor(context: NarrativeContext) {
    this.context = context;
  }

  /** Whatever stands in an element, piece by piece. */
  readIn(parent: XmlElement): void {
    for (const part of parent.content) {
      if (typeof part === "string") this.words += oneSpaced(part);
      else if (blockNames.has(part.name)) this.readBlock(part);
      else if (holdsBlocks(part)) this.readIn(part);
      else this.words += inlineText({ ...parent, content: [part] }, this.context);
    }
  }

  end(): readonly TextBlock[] {
    this.endWords();
    this.endList();
    return this.blocks;
  }

  private readBlock(part: XmlElement): void {
    this.endWords();
    if (part.name === "table") this.readTable(part);
    else if (listNames.has(part.name)) this.readList(part);
    else if (/^h[1-6]$/.test(part.name)) this.readHeading(part);
    else {
      this.readIn(part);
      this.endWords();
    }
  }

  private readHeading(part: XmlElement): void {
    this.endList();
    const text = tidy(inlineText(part, this.context)).replaceAll("\n", " ");
    if (text !== "") this.blocks.push({ type: "heading", level: 3, text });
  }

  /** A caption is a paragraph before what it captions. */
  private readCaptions(parent: XmlElement): void {
    for (const caption of captionOf(parent)) {
      this.readIn(caption);
      this.endWords();
    }
  }

  private readTable(table: XmlElement): void {
    this.endList();
    this.readCaptions(table);
    this.blocks.push(...tableBlocks(table, this.context));
    this.words += strayText(table, this.context);
    this.endWords();
  }

  /** A list in a list becomes items of the outer one. */
  private readList(list: XmlElement): void {
    const isOuter = this.list === null;
    this.readCaptions(list);
    this.list ??= { ordered: isOrdered(list), items: [] };
    for (const part of list.content) {
      if (typeof part === "string") this.words += part;
      else if (part.name !== "caption") this.readIn(part);
      this.endWords();
      // A table in an item has ended the list: what follows is the list again.
      this.list ??= { ordered: isOrdered(list), items: [] };
    }
    if (isOuter) this.endList();
  }

  private endWords(): void {
    const text = tidy(this.words);
    this.words = "";
    if (text === "") return;
    if (this.list === null) this.blocks.push({ type: "paragraph", text });
    else this.list.items.push(text);
  }

  private endList(): void {
    const { list } = this;
    this.list = null;
    if (list !== null && list.items.length > 0) this.blocks.push({ type: "list", ...list });
  }
}

/** An inline element that a system has put blocks into. */
const holdsBlocks = (part: XmlElement): boolean =>
  part.name === "content" &&
  part.attributes.get("revised") !== "delete" &&
  elementsIn(part).some((inner) => blockNames.has(inner.name) || holdsBlocks(inner));

/** The text of a section as blocks, its footnotes last. Nothing of it is left out but how it looked. */
export function narrativeBlocks(text: XmlElement, context: NarrativeContext): readonly TextBlock[] {
  const own: NarrativeContext = { byId: context.byId, footnotes: new Map(), pictures: 0 };
  const collector = new Collector(own);
  collector.readIn(text);
  const blocks = collector.end();
  const notes: string[] = [];
  // Reading a footnote may meet another one.
  for (const [footnote, number] of own.footnotes)
    notes.push(`[${number}] ${tidy(inlineText(footnote, own))}`);
  context.pictures += own.pictures;
  return notes.length === 0 ? blocks : [...blocks, { type: "list", ordered: false, items: notes }];
}
