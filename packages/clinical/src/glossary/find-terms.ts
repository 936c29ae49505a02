import type { Glossary, GlossaryTerm } from "./glossary.ts";

/** A term as it stands in a text: offsets in UTF-16. */
export interface TermUse {
  readonly term: GlossaryTerm;
  readonly start: number;
  readonly end: number;
}

export type TermFinder = (text: string) => readonly TermUse[];

/**
 * Finds the terms of a glossary in a text, in their order, none inside another: of two that begin together the longer one.
 * Short forms ("MRI", "eGFR") are told by their capitals, everything else in any case. Only whole words.
 */
export function createTermFinder({ terms }: Glossary): TermFinder {
  const words = terms.flatMap((term) => [term.term, ...term.also].map((form) => [form, term] as const));
  const byForm = new Map(words.map(([form, term]) => [keyOf(form), term]));
  const forms = words
    .map(([form]) => form)
    .toSorted((one, other) => other.length - one.length)
    .map((form) => form.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`).replaceAll(" ", String.raw`\s+`));
  if (forms.length === 0) return () => [];
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${forms.join("|")})(?![\p{L}\p{N}])`, "giu");
  return (text) =>
    [...text.matchAll(pattern)].flatMap(({ 0: found, index }) => {
      const term = byForm.get(keyOf(found.replaceAll(/\s+/gu, " ")));
      return term ? [{ term, start: index, end: index + found.length }] : [];
    });
}

const keyOf = (form: string): string => (isShortForm(form) ? form : form.toLowerCase());

/** Two capitals somewhere: "CT scan", "NT-proBNP". */
const isShortForm = (form: string): boolean => /\p{Lu}.*\p{Lu}/u.test(form);
