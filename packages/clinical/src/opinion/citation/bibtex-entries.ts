import type { NotUnderstood } from "./reading.ts";

export interface BibtexEntry {
  /** Lower case: "article", "misc". */
  readonly type: string;
  readonly key: string;
  /** By lower-case name, values as LaTeX. */
  readonly fields: ReadonlyMap<string, string>;
  readonly line: number;
}

/** Not sources: comments, and what only LaTeX needs. */
const silent = new Set(["comment", "preamble"]);

/** The entries of a BibTeX file. One whose braces do not close is told and left out; the next one is read all the same. */
export function bibtexEntries(text: string): {
  readonly entries: readonly BibtexEntry[];
  readonly notUnderstood: readonly NotUnderstood[];
} {
  const entries: BibtexEntry[] = [];
  const notUnderstood: NotUnderstood[] = [];
  const strings = new Map<string, string>();
  for (const { 0: head, 1: name = "", index } of text.matchAll(/^[ \t]*@(\w+)\s*[{(]/gmu)) {
    const type = name.toLowerCase();
    const line = text.slice(0, index).split("\n").length;
    const body = balanced(text, index + head.length);
    const [first = ""] = text.slice(index).trimStart().split("\n");
    if (silent.has(type)) continue;
    if (body === undefined) notUnderstood.push({ line, text: first.trim(), fault: "unfinished" });
    else if (type === "string") for (const [key, value] of fieldsOf(body, strings)) strings.set(key, value);
    else {
      const comma = body.indexOf(",");
      const key = body.slice(0, comma === -1 ? undefined : comma).trim();
      entries.push({ type, key, fields: fieldsOf(comma === -1 ? "" : body.slice(comma + 1), strings), line });
    }
  }
  return { entries, notUnderstood };
}

/** Up to the brace that closes what was opened before `from`; undefined where none does before the next entry. */
function balanced(text: string, from: number): string | undefined {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === "\\") at += 1;
    else if (letter === "{") depth += 1;
    else if (letter === "}" || (letter === ")" && depth === 1)) {
      depth -= 1;
      if (depth === 0) return text.slice(from, at);
    } else if (letter === "\n" && /^[ \t]*@\w+\s*\{[^}\n]*,\s*$/mu.test(lineAt(text, at + 1)))
      return undefined;
  }
  return undefined;
}

const lineAt = (text: string, from: number): string => {
  const end = text.indexOf("\n", from);
  return text.slice(from, end === -1 ? undefined : end);
};

/** `name = {value} # "value" # number or macro`, comma by comma outside of braces and quotes. */
function fieldsOf(body: string, strings: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const part of splitOutside(body, ",")) {
    const equals = part.indexOf("=");
    if (equals === -1) continue;
    const value = splitOutside(part.slice(equals + 1), "#").map((piece) => pieceOf(piece.trim(), strings));
    fields.set(part.slice(0, equals).trim().toLowerCase(), value.join(""));
  }
  return fields;
}

function pieceOf(piece: string, strings: ReadonlyMap<string, string>): string {
  if (/^\{[\s\S]*\}$/u.test(piece) || /^"[\s\S]*"$/u.test(piece)) return piece.slice(1, -1);
  return strings.get(piece.toLowerCase()) ?? piece;
}

function splitOutside(text: string, at: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let isQuoted = false;
  let from = 0;
  for (let here = 0; here < text.length; here += 1) {
    const letter = text[here];
    if (letter === "\\") here += 1;
    else if (letter === "{") depth += 1;
    else if (letter === "}") depth -= 1;
    else if (letter === '"' && depth === 0) isQuoted = !isQuoted;
    else if (letter === at && depth === 0 && !isQuoted) {
      parts.push(text.slice(from, here));
      from = here + 1;
    }
  }
  return [...parts, text.slice(from)];
}
