import { raisedText } from "../html/raised-text.ts";
import { cleanText } from "../json/node.ts";
import { attribute, elements, elementsIn, type XmlElement } from "../xml/xml-element.ts";

/** What narratives refer to, and what was met on the way. */
export interface NarrativeContext {
  readonly byId: ReadonlyMap<string, XmlElement>;
  /** Footnotes with their numbers, in the order of their first mark. */
  readonly footnotes: Map<XmlElement, number>;
  /** Pictures that the text shows: how many could only be named. */
  pictures: number;
}

export const blockNames = new Set(
  "paragraph list item table thead tbody tfoot tr td th caption p div ul ol li h1 h2 h3 h4 h5 h6 dl dt dd section blockquote pre center".split(
    " ",
  ),
);

/** White space of any length as one space. What is one already is passed over: most are, in megabytes of text. */
export const oneSpaced = (text: string): string => text.replace(/\s{2,}|[^\S ]/g, " ");

/** Text on its lines: runs of white space are one space, empty lines are none. */
export const tidy = (text: string): string =>
  cleanText(text)
    .split("\n")
    .map((words) => oneSpaced(words).trim())
    .filter((words) => words !== "")
    .join("\n");

export const idOf = (one: XmlElement): string | null => attribute(one, "ID") ?? attribute(one, "id");

/** Every element that something else in the document may refer to. The first of a name counts. */
export function elementsById(root: XmlElement): ReadonlyMap<string, XmlElement> {
  const found = new Map<string, XmlElement>();
  const visit = (one: XmlElement): void => {
    const id = idOf(one);
    if (id !== null && !found.has(id)) found.set(id, one);
    for (const child of elementsIn(one)) visit(child);
  };
  visit(root);
  return found;
}

function footnoteMark(footnote: XmlElement, context: NarrativeContext): string {
  const number = context.footnotes.get(footnote) ?? context.footnotes.size + 1;
  context.footnotes.set(footnote, number);
  return `[${number}]`;
}

function referredFootnote(reference: XmlElement, context: NarrativeContext): string {
  const footnote = context.byId.get(attribute(reference, "IDREF") ?? "");
  const own = inlineText(reference, context);
  return footnote === undefined ? own : `${own}${footnoteMark(footnote, context)}`;
}

function pictureText(media: XmlElement, context: NarrativeContext): string {
  context.pictures += 1;
  const names = (attribute(media, "referencedObject") ?? "").split(/\s+/);
  const types = names
    .map((name) => attribute(elements(context.byId.get(name) ?? null, "value")[0] ?? null, "mediaType"))
    .filter((type) => type !== null);
  const caption = tidy(inlineText(media, context)).replaceAll("\n", " ");
  const said = [caption, ...new Set(types)].filter((part) => part !== "");
  return `\n[Picture, not shown here${said.length === 0 ? "" : `: ${said.join(", ")}`}]\n`;
}

/** A link's text, and its address where that leads out of the document and is not said anyway. */
function linkText(link: XmlElement, context: NarrativeContext): string {
  const words = inlineText(link, context);
  const address = attribute(link, "href") ?? "";
  return /^(?:https?|mailto):/i.test(address) && !words.includes(address) ? `${words} (${address})` : words;
}

function partText(part: XmlElement, context: NarrativeContext): string {
  switch (part.name) {
    case "br":
      return `\n${inlineText(part, context)}`;
    case "sup":
      return raisedText(inlineText(part, context));
    case "footnote":
      return footnoteMark(part, context);
    case "footnoteRef":
      return referredFootnote(part, context);
    case "renderMultiMedia":
      return pictureText(part, context);
    case "linkHtml":
    case "a":
      return linkText(part, context);
    case "content":
      return attribute(part, "revised") === "delete"
        ? `[deleted: ${inlineText(part, context).trim()}]`
        : inlineText(part, context);
    default: {
      const words = inlineText(part, context);
      return blockNames.has(part.name) ? `\n${words}\n` : words;
    }
  }
}

/** All words of an element as running text; what stands in blocks of its own gets lines of its own. */
export const inlineText = (parent: XmlElement, context: NarrativeContext): string =>
  parent.content
    .map((part) => (typeof part === "string" ? oneSpaced(part) : partText(part, context)))
    .join("");
