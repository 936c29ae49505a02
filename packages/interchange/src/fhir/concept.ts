import { codeSystems, type Coding, type Concept } from "@consilium/clinical";
import { child, children, decimal, line, type Node } from "../json/node.ts";
import { unitWords } from "./unit-words.ts";

function codingOf(node: Node): Coding | null {
  const code = line(node, "code");
  return code === null ? null : { system: line(node, "system") ?? "", code, display: line(node, "display") };
}

export const codingsOf = (concept: Node | null): readonly Coding[] =>
  children(concept, "coding")
    .map(codingOf)
    .filter((coding) => coding !== null);

/** SNOMED CT's fully specified names end in what kind of thing they name: "Viral sinusitis (disorder)". */
const semanticTag =
  / \((?:disorder|finding|situation|procedure|regime\/therapy|substance|product|medicinal product|observable entity|body structure|event|morphologic abnormality|qualifier value|person|record artifact)\)$/;

/** Some systems put a whole title into brackets: "[Lipids]". */
export const readableTitle = (title: string): string =>
  (/^\[([^[\]]+)\]$/.exec(title)?.[1] ?? title).replace(semanticTag, "");

/** The sender's words first, then the first display, then the bare code: something to read wherever there is anything. */
export function conceptOf(node: Node | null): Concept | null {
  const codings = codingsOf(node);
  const display = children(node, "coding")
    .map((coding) => line(coding, "display"))
    .find((words) => words !== null);
  const words = line(node, "text") ?? display ?? codings[0]?.code ?? null;
  return words === null ? null : { text: readableTitle(words), codings };
}

export const conceptText = (node: Node | null, key: string): string | null =>
  conceptOf(child(node, key))?.text ?? null;

export const conceptTexts = (node: Node | null, key: string): readonly string[] =>
  children(node, key)
    .map((concept) => conceptOf(concept)?.text ?? null)
    .filter((words) => words !== null);

/** The code of a status, whatever its system. */
export const codeOf = (node: Node | null, key: string): string | null =>
  codingsOf(child(node, key))[0]?.code ?? line(node, key) ?? line(child(node, key), "text");

export const loincOf = (codings: readonly Coding[]): string | null =>
  codings.find(({ system }) => system === codeSystems.loinc)?.code ?? null;

/** "5 mg", "<5 mg"; null without a number. */
export function quantityText(quantity: Node | null): string | null {
  const value = decimal(quantity, "value");
  if (value === null) return null;
  const unit = unitWords(line(quantity, "unit") ?? line(quantity, "code") ?? "");
  return `${line(quantity, "comparator") ?? ""}${value.text}${unit === "" ? "" : ` ${unit}`}`;
}

export function rangeText(range: Node | null): string | null {
  const low = quantityText(child(range, "low"));
  const high = quantityText(child(range, "high"));
  if (low !== null && high !== null) return `${low} to ${high}`;
  if (low !== null) return `from ${low}`;
  return high === null ? null : `up to ${high}`;
}

export function ratioText(ratio: Node | null): string | null {
  const numerator = quantityText(child(ratio, "numerator"));
  const denominator = quantityText(child(ratio, "denominator"));
  return numerator === null || denominator === null ? null : `${numerator} : ${denominator}`;
}

export const notesOf = (node: Node | null): readonly string[] =>
  children(node, "note")
    .map((note) => line(note, "text"))
    .filter((words) => words !== null);

/** Sentences for one line of details, or null where nobody said anything. */
export const joined = (parts: readonly (string | null)[], separator = ". "): string | null => {
  const said = parts.filter((part) => part !== null && part !== "");
  return said.length === 0 ? null : [...new Set(said)].join(separator);
};
