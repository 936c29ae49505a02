import { decodeEntities } from "./entities.ts";

export type HtmlToken =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "open" | "close"; readonly name: string };

/** What stands inside these is not for reading. */
const silent = new Set([
  "script",
  "style",
  "head",
  "title",
  "template",
  "noscript",
  "iframe",
  "object",
  "svg",
  "math",
]);

const letter = /[a-zA-Z]/;
const nameOf = /[a-zA-Z][a-zA-Z0-9:]{0,40}/y;

/**
 * The place of the `>` that ends the tag, or -1. A `<` before it, even in quotation marks, means that this was no
 * tag: so no character is looked at twice, whatever the file holds.
 */
function endOfTag(html: string, start: number): number {
  let open = "";
  for (let place = start; place < html.length; place += 1) {
    const sign = html.charAt(place);
    if (sign === "<") return -1;
    if (open !== "") {
      if (sign === open) open = "";
    } else if (sign === '"' || sign === "'") open = sign;
    else if (sign === ">") return place;
  }
  return -1;
}

function endOfElement(html: string, name: string, start: number): number {
  const closing = new RegExp(`</${name}\\s*>`, "gi");
  closing.lastIndex = start;
  return closing.exec(html) === null ? html.length : closing.lastIndex;
}

interface Step {
  readonly next: number;
  readonly text: string;
  readonly tokens: readonly HtmlToken[];
}

const skipTo = (html: string, closing: string, start: number): number => {
  const end = html.indexOf(closing, start);
  return end === -1 ? html.length : end + closing.length;
};

/** What a `<` at this place begins: a tag, a comment, a declaration; null where it is only the sign. */
function stepAt(html: string, place: number): Step | null {
  if (html.startsWith("<!--", place)) return { next: skipTo(html, "-->", place + 4), text: "", tokens: [] };
  if (html.startsWith("<![CDATA[", place)) {
    const next = skipTo(html, "]]>", place);
    return { next, text: html.slice(place + 9, next).replace(/\]\]>$/, ""), tokens: [] };
  }
  const sign = html.charAt(place + 1);
  const end = endOfTag(html, place + 1);
  const declares = (sign === "!" && letter.test(html.charAt(place + 2))) || sign === "?";
  if (declares && end !== -1) return { next: end + 1, text: "", tokens: [] };
  nameOf.lastIndex = place + (sign === "/" ? 2 : 1);
  const name = end === -1 ? undefined : nameOf.exec(html)?.[0].toLowerCase();
  return name === undefined ? null : tagAt(html, name, sign === "/", end);
}

function tagAt(html: string, name: string, isClosing: boolean, end: number): Step {
  if (isClosing) return { next: end + 1, text: "", tokens: [{ kind: "close", name }] };
  const closesItself = html.charAt(end - 1) === "/";
  if (silent.has(name)) {
    return { next: closesItself ? end + 1 : endOfElement(html, name, end + 1), text: "", tokens: [] };
  }
  const open: HtmlToken = { kind: "open", name };
  return { next: end + 1, text: "", tokens: closesItself ? [open, { kind: "close", name }] : [open] };
}

/**
 * Reads markup as written by anybody: a `<` that starts no tag is a less-than sign; scripts, styles and comments
 * are left out; attributes are never looked at.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let text = "";
  // Text is cut out in long runs: a string built sign by sign costs a hundred times its size.
  let runStart = 0;
  let place = html.indexOf("<");
  while (place !== -1) {
    const step = stepAt(html, place);
    if (step !== null) {
      text += html.slice(runStart, place) + step.text;
      if (step.tokens.length > 0 && text !== "") {
        yield { kind: "text", text: decodeEntities(text) };
        text = "";
      }
      yield* step.tokens;
      runStart = step.next;
    }
    place = html.indexOf("<", step === null ? place + 1 : step.next);
  }
  text += html.slice(runStart);
  if (text !== "") yield { kind: "text", text: decodeEntities(text) };
}
