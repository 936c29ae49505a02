import {
  isTemplateUse,
  type OpinionTemplate,
  type TemplatedSection,
  type TemplateUse,
} from "@consilium/clinical";
import type * as Y from "yjs";
import { markdownToRichText } from "../rich-text/markdown.ts";
import { plainTextOf } from "../rich-text/plain-text.ts";
import { readFragment } from "../rich-text/read-fragment.ts";
import { writeFragment } from "../rich-text/write-fragment.ts";
import { sectionRoot } from "../vocabulary/sections.ts";
import { templatesRoot } from "../vocabulary/templates-root.ts";

/** Whether nothing is written in a section: no words, and no link to evidence. */
export function isSectionEmpty(doc: Y.Doc, section: TemplatedSection): boolean {
  const text = readFragment(doc.getXmlFragment(sectionRoot(section)));
  return plainTextOf(text).trim() === "" && !JSON.stringify(text).includes('"evidence"');
}

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
