import { type Citation, lineOf } from "./citation.ts";
import { identifiers, readIdentifier } from "./identifiers.ts";
import type { CitationReading, NotUnderstood } from "./reading.ts";

/** What a file says of a source, as it says it. */
export type RawCitation = {
  readonly [Field in Exclude<keyof Citation, "year" | "retracted" | "publication">]?: string | undefined;
} & {
  /** Any date that begins or ends with a year. */
  readonly year?: string | undefined;
  readonly isGuideline?: boolean;
  readonly isRetracted?: boolean;
};

const lines = ["authors", "title", "source", "volume", "issue", "pages", "url"] as const;

/** A source of what a record says, and what of it cannot be one. `line`, `text`: where the record begins. */
export function buildCitation(raw: RawCitation, line: number, text: string): CitationReading {
  const titled = raw.title !== undefined && raw.title.trim() !== "";
  if (!titled) return { citations: [], notUnderstood: [{ line, text, fault: "no-title" }] };
  const wrong: NotUnderstood[] = [];
  const kept: Record<string, string> = {};
  for (const name of lines) {
    const value = lineOf(raw[name] ?? "");
    if (value !== "") kept[name] = name === "title" ? value.replace(/\.$/u, "") : value;
  }
  for (const name of identifiers) {
    const value = raw[name]?.trim() ?? "";
    const read = value === "" ? undefined : readIdentifier(name, value);
    if (read !== undefined) kept[name] = read;
    else if (value !== "") wrong.push({ line, text: value, fault: "wrong-identifier" });
  }
  const year = yearIn(raw.year ?? "");
  const citation: Citation = {
    ...kept,
    ...(year !== undefined && { year }),
    ...(raw.isGuideline && { publication: "guideline" as const }),
    ...(raw.isRetracted && { retracted: true as const }),
  };
  return { citations: [citation], notUnderstood: wrong };
}

const yearIn = (text: string): number | undefined => {
  const [found] = /\b(?:1[5-9]|20)\d\d\b/u.exec(text) ?? [];
  return found === undefined ? undefined : Number(found);
};
