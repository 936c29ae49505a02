import type { TextBlock } from "@consilium/clinical";
import type { Entry } from "../fhir/bundle-index.ts";
import type { Ledger } from "../fhir/ledger.ts";
import { recordTitle } from "../fhir/record-heading.ts";
import { attribute, element, elements, textIn, type XmlElement } from "../xml/xml-element.ts";
import { narrativeBlocks } from "./narrative-blocks.ts";
import { type NarrativeContext, tidy } from "./narrative-text.ts";
import { membersOf } from "./results.ts";
import { converterOf } from "./section-kinds.ts";
import { statementsIn } from "./statements.ts";
import type { Target } from "./target.ts";

export interface Section {
  readonly title: string;
  /** 2 for those of the document, 3 for those inside others. */
  readonly level: 2 | 3;
  readonly element: XmlElement;
  /** For the account of what was read. */
  readonly entry: Entry;
}

function titleOf(section: XmlElement): string {
  const title = tidy(textIn(element(section, "title"))).replaceAll("\n", " ");
  return recordTitle(
    title || (attribute(element(section, "code"), "displayName") ?? "Section without a title"),
  );
}

/** Sections of a body with those inside them, in the order they are read. */
export function sectionsIn(body: XmlElement | null, level: 2 | 3 = 2): readonly Section[] {
  return elements(body, "component").flatMap((component) =>
    elements(component, "section").flatMap((section) => {
      const title = titleOf(section);
      const entry = { type: title, id: null, fullUrl: null, resource: null };
      return [{ title, level, element: section, entry }, ...sectionsIn(section, 3)];
    }),
  );
}

/** Of a section without words that says why there are none. */
const emptiness = new Map([
  ["NI", "No information"],
  ["UNK", "Unknown"],
  ["NASK", "Not asked"],
  ["NA", "Not applicable"],
  ["NAV", "Not available at present"],
  ["MSK", "Withheld"],
]);

/** The heading and the text of a section. One without a word keeps its heading, and is booked. */
export function sectionBlocks(
  section: Section,
  narrative: NarrativeContext,
  ledger: Ledger,
): readonly TextBlock[] {
  const context: NarrativeContext = { ...narrative, pictures: 0 };
  const text = element(section.element, "text");
  const said = text === null ? [] : narrativeBlocks(text, context);
  const why = emptiness.get(attribute(section.element, "nullFlavor") ?? "");
  const blocks: readonly TextBlock[] =
    said.length === 0 && why !== undefined ? [{ type: "paragraph", text: why }] : said;
  ledger.represent(section.entry);
  if (blocks.length === 0) ledger.leavePart(section.entry, "text", "no-content");
  for (let picture = 0; picture < context.pictures; picture += 1) {
    ledger.leavePart(section.entry, "pictures", "attachment-not-text");
  }
  return [{ type: "heading", level: section.level, text: section.title }, ...blocks];
}

/** A section of a kind nobody reads may hold one battery of many values: each counts. */
const countIn = (statement: XmlElement): number =>
  statement.name === "organizer" ? Math.max(1, membersOf(statement).length) : 1;

/** Codes what can be coded; what cannot is booked under the title of the section, whose text holds it. */
export function codeSection(section: Section, target: Target, ledger: Ledger): void {
  const convert = converterOf(section.element);
  for (const statement of elements(section.element, "entry").flatMap(statementsIn)) {
    if (attribute(statement, "nullFlavor") === "NI") continue;
    for (let lost = convert?.(statement, target) ?? countIn(statement); lost > 0; lost -= 1) {
      ledger.leavePart(section.entry, "codes", "text-only");
    }
  }
}
