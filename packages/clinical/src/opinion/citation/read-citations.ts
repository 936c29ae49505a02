import { readBibtex } from "./read-bibtex.ts";
import { readNbib } from "./read-nbib.ts";
import { readRis } from "./read-ris.ts";
import type { CitationReading } from "./reading.ts";

export const citationLimits = {
  /** Letters of a text that is read. */
  letters: 2_000_000,
  /** Sources taken from one text. */
  sources: 200,
} as const;

export type CitationForm = "nbib" | "ris" | "bibtex";

export type CitationsRead =
  | ({ readonly form: CitationForm } & CitationReading)
  | { readonly form: "none"; readonly reason: "empty" | "unknown-form" | "too-long" | "too-many" };

const readers: Readonly<Record<CitationForm, (text: string) => CitationReading>> = {
  nbib: readNbib,
  ris: readRis,
  bibtex: readBibtex,
};

/** The sources of a text in one of three forms, told by its first record. Never throws, whatever the text. */
export function readCitations(text: string): CitationsRead {
  if (text.length > citationLimits.letters) return { form: "none", reason: "too-long" };
  const plain = text
    .replace(/^\uFEFF/u, "")
    .replaceAll(/\r\n?/gu, "\n")
    .toWellFormed();
  if (plain.trim() === "") return { form: "none", reason: "empty" };
  const form = formOf(plain);
  if (!form) return { form: "none", reason: "unknown-form" };
  const reading = readers[form](plain);
  if (reading.citations.length > citationLimits.sources) return { form: "none", reason: "too-many" };
  return { form, ...reading };
}

function formOf(text: string): CitationForm | undefined {
  const found = (
    [
      ["nbib", /^PMID ?- /mu],
      ["ris", /^TY {0,2}- /mu],
      ["bibtex", /^[ \t]*@\w+\s*[{(]/mu],
    ] as const
  ).flatMap(([form, begin]) => {
    const at = text.search(begin);
    return at === -1 ? [] : [{ form, at }];
  });
  return found.toSorted((one, other) => one.at - other.at)[0]?.form;
}
