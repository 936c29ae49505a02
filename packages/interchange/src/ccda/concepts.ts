import { conceptOf } from "../fhir/concept.ts";
import type { Node } from "../json/node.ts";
import { attribute, element, elements, type XmlElement } from "../xml/xml-element.ts";
import { systemUri } from "./code-systems.ts";
import { compact, compactOrNull } from "./compact.ts";
import { inlineText, type NarrativeContext, tidy } from "./narrative-text.ts";

/** Words of the narrative that a code refers to may be a name, or a whole row of a table. */
const longestName = 160;
const wholeRows = new Set(["tr", "table", "tbody", "list", "text", "paragraph"]);

interface Said {
  readonly text: string;
  /** Whether it is certain to be the words for this alone. */
  readonly isName: boolean;
}

/** What an element says itself, or the stretch of the narrative that it refers to. */
function said(data: XmlElement | null, context: NarrativeContext): Said | null {
  if (data === null) return null;
  const own = tidy(inlineText(data, { ...context }));
  if (own !== "") return { text: own, isName: true };
  const address = attribute(element(data, "reference"), "value") ?? "";
  const target = address.startsWith("#") ? context.byId.get(address.slice(1)) : undefined;
  if (target === undefined) return null;
  const text = tidy(inlineText(target, { ...context, footnotes: new Map() }));
  return text === "" ? null : { text, isName: !wholeRows.has(target.name) };
}

export const saidText = (data: XmlElement | null, context: NarrativeContext): string | null =>
  said(data, context)?.text ?? null;

function codingOf(code: XmlElement): Node | null {
  const value = attribute(code, "code");
  if (value === null) return null;
  const system = attribute(code, "codeSystem");
  return compact({
    system: systemUri(system) || attribute(code, "codeSystemName"),
    code: value,
    display: attribute(code, "displayName"),
  });
}

/**
 * A code with its translations as a CodeableConcept. The author's own words come first where they are a name; a whole
 * row of the narrative only where there is nothing else. Null where nothing can be read.
 */
export function conceptNode(code: XmlElement | null, context: NarrativeContext): Node | null {
  if (code === null) return null;
  const all = [code, ...elements(code, "translation")];
  const words = said(element(code, "originalText"), context);
  const name = words !== null && words.isName && words.text.length <= longestName ? words.text : null;
  const display = all.map((one) => attribute(one, "displayName")).find((one) => one !== null) ?? null;
  return compactOrNull({
    coding: all.map(codingOf).filter((coding) => coding !== null),
    text: name?.replaceAll("\n", " ") ?? display ?? words?.text,
  });
}

/** The same, with the words of the statement where the code itself has none: "unknown" with a text beside it. */
export function conceptOrText(
  code: XmlElement | null,
  statement: XmlElement | null,
  context: NarrativeContext,
): Node | null {
  const concept = conceptNode(code, context);
  if (concept !== null) return concept;
  const text = saidText(element(statement, "text"), context);
  return text === null ? null : { text: text.replaceAll("\n", " ") };
}

export const concepts = (codes: readonly XmlElement[], context: NarrativeContext): readonly Node[] =>
  codes.map((code) => conceptNode(code, context)).filter((concept) => concept !== null);

export const codeIs = (code: XmlElement | null, ...codes: readonly string[]): boolean =>
  codes.includes(attribute(code, "code") ?? "");

/** "No known allergies" as the words of a code: to negate it as well must not make it its opposite. */
export const isDenial = (concept: Node | null): boolean =>
  /^(?:no|nil|none|nka|nkda|not? known)\b/i.test(conceptOf(concept)?.text ?? "");
