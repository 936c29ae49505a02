import {
  isTemplateUse,
  type OpinionTemplate,
  type TemplatedSection,
  type TemplateUse,
} from "@consilium/clinical";
import * as Y from "yjs";
import { markdownToRichText } from "../rich-text/markdown.ts";
import { writeFragment } from "../rich-text/write-fragment.ts";
import { sectionRoot } from "../vocabulary/sections.ts";
import { templatesRoot } from "../vocabulary/templates-root.ts";

/** Whether nothing is written in a section: no words, and no link to evidence. Asked at each key: ends at the first word. */
export const isSectionEmpty = (doc: Y.Doc, section: TemplatedSection): boolean =>
  !doc.getXmlFragment(sectionRoot(section)).toArray().some(holdsSomething);

function holdsSomething(node: unknown): boolean {
  if (node instanceof Y.XmlText) return wordsIn(node).trim() !== "";
  return (
    node instanceof Y.XmlElement && (node.nodeName === "evidence" || node.toArray().some(holdsSomething))
  );
}

const wordsIn = (text: Y.XmlText): string =>
  text
    .toDelta()
    .map(({ insert }: { insert?: unknown }) => (typeof insert === "string" ? insert : ""))
    .join("");

/**
 * Puts the text of a template into an empty section and notes which one it was. One transaction, part of its caller's. False
 * where something stands there already, or the template has nothing for the section: then nothing changed.
 */
export function startFromTemplate(
  doc: Y.Doc,
  section: TemplatedSection,
  { id, version, sections }: OpinionTemplate,
): boolean {
  const text = sections[section];
  if (text === undefined || !isSectionEmpty(doc, section)) return false;
  const fragment = doc.getXmlFragment(sectionRoot(section));
  doc.transact(() => {
    // Templates hold no evidence: there is no record that they could name.
    writeFragment(
      fragment,
      markdownToRichText(text, () => ""),
    );
    doc.getMap<TemplateUse>(templatesRoot).set(section, { template: id, version });
  });
  return true;
}

/** What a section was begun with; undefined: with nothing. */
export function templateUseOf(doc: Y.Doc, section: TemplatedSection): TemplateUse | undefined {
  const use = doc.getMap(templatesRoot).get(section);
  return isTemplateUse(use) ? use : undefined;
}
