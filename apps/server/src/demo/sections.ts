import {
  diffIntoFragment,
  type EvidenceLink,
  markdownToRichText,
  type RichDocument,
  setEvidence,
} from "@consilium/workspace";
import type * as Y from "yjs";
import { demoId } from "./demo-id.ts";
import type { Library } from "./library.ts";

/** The id of a link in one document. The same link twice is one piece of evidence. */
export const evidenceIdOf = (document: string, { record, place, label }: EvidenceLink): string =>
  demoId("evidence", `${document}/${record}#${place}|${label}`);

/** Brings a section to that Markdown, with the evidence that it links to, by as few edits as it needs. */
export type WriteSection = (doc: Y.Doc, section: string, markdown: string) => void;

export const sectionWriter =
  (document: string, library: Library): WriteSection =>
  (doc, section, markdown) => {
    const text = toRichText(doc, document, library, markdown);
    diffIntoFragment(doc.getXmlFragment(`s.${section}`), text);
  };

export function toRichText(doc: Y.Doc, document: string, library: Library, markdown: string): RichDocument {
  return markdownToRichText(markdown, (link) => bookEvidence(doc, document, library, link));
}

/** Gives its id, and writes it where it is not there yet. */
export function bookEvidence(doc: Y.Doc, document: string, library: Library, link: EvidenceLink): string {
  const id = evidenceIdOf(document, link);
  if (!doc.getMap("evidence").has(id)) setEvidence(doc, id, library.link(link));
  return id;
}
