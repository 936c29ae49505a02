import { expect, test } from "vitest";
import * as Y from "yjs";
import { addItem, setItemField } from "../item/items.ts";
import { indexDocument } from "./document-index.ts";
import { evidenceUsesOf } from "./evidence-uses.ts";
import { setEvidence } from "./evidence.ts";

const record = "01K0000000000000000000CT01";
const first = "01K0000000000000000000EV01";
const second = "01K0000000000000000000EV02";
const finding = "01K0000000000000000000FD01";

/** A paragraph: words, and where "@1" or "@2" stands a link. */
function paragraph(words: string): Y.XmlElement {
  const element = new Y.XmlElement("paragraph");
  const parts = words.split(/(@[12])/).filter((part) => part !== "");
  element.insert(
    0,
    parts.map((part) => {
      if (!part.startsWith("@")) return new Y.XmlText(part);
      const link = new Y.XmlElement("evidence");
      link.setAttribute("id", part === "@1" ? first : second);
      return link;
    }),
  );
  return element;
}

function opinion(texts: Readonly<Record<string, readonly string[]>>): Y.Doc {
  const doc = new Y.Doc();
  setEvidence(doc, first, { anchor: { kind: "record-place", record, place: "s4-87" }, label: "slice 87" });
  setEvidence(doc, second, { anchor: { kind: "record-place", record, place: "s4-94" }, label: "slice 94" });
  for (const [section, words] of Object.entries(texts))
    doc.getXmlFragment(`s.${section}`).insert(0, words.map(paragraph));
  return doc;
}

const usesOf = (doc: Y.Doc) => evidenceUsesOf(indexDocument(doc));
const sentencesOf = (doc: Y.Doc) => usesOf(doc).map(({ section, sentence }) => [section, sentence]);

test("links stand in the order of the sections, each with the sentence that it is in", () => {
  const doc = opinion({
    assessment: ["It is one lesion (@2). Nothing else is seen."],
    findings: ["The liver is smooth. The nodule grew from 8 to 12 mm @1 within a year. No new ones."],
  });
  expect(sentencesOf(doc)).toEqual([
    ["findings", "The nodule grew from 8 to 12 mm within a year."],
    ["assessment", "It is one lesion."],
  ]);
});

test("a link behind a full stop belongs to the sentence before it, unless the words go on", () => {
  expect(sentencesOf(opinion({ findings: ["The nodule grew. @1 It touches the vein."] }))).toEqual([
    ["findings", "The nodule grew."],
  ]);
  expect(sentencesOf(opinion({ findings: ["The nodule grew. @1 @2"] }))).toEqual([
    ["findings", "The nodule grew."],
    ["findings", "The nodule grew."],
  ]);
  expect(sentencesOf(opinion({ findings: ["The nodule grew. @1 shows it beside the vein."] }))).toEqual([
    ["findings", "shows it beside the vein."],
  ]);
});

test("a sentence ends with its paragraph, and a link that stands alone has none", () => {
  const doc = opinion({ findings: ["The nodule grew", "It touches the vein @1", "@2"] });
  expect(sentencesOf(doc)).toEqual([
    ["findings", "It touches the vein"],
    ["findings", ""],
  ]);
});

test("a link that was copied with its sentence is a use of its own, each with a name", () => {
  const doc = opinion({ findings: ["It grew @1."], plain: ["It grew @1."] });
  expect(usesOf(doc).map(({ key, section }) => [key, section])).toEqual([
    [first, "findings"],
    [`${first}~2`, "plain"],
  ]);
});

test("a sentence covers its own words in the text of its place, and its link", () => {
  const doc = opinion({ findings: ["The liver is smooth. The nodule grew @1. No new ones."] });
  const index = indexDocument(doc);
  const [use] = evidenceUsesOf(index);
  const text = index.place({ section: "findings" })?.text ?? "";
  expect(text.slice(use?.span?.start, use?.span?.end)).toBe("The nodule grew \ufffc.");
  expect(text.charAt(use?.span?.at ?? 0)).toBe("\ufffc");
});

test("a finding that names its evidence as a whole relies on it, once where its words link to it too", () => {
  const doc = opinion({});
  addItem(doc, "finding", finding);
  setItemField(doc, finding, "evidence", [first, second]);
  const text = doc.getMap<Y.Map<unknown>>("items").get(finding)?.get("text");
  if (!(text instanceof Y.XmlFragment)) throw new Error("A finding has a text");
  text.insert(0, [paragraph("The nodule grew @2. It is near the vein.")]);
  expect(usesOf(doc).map(({ id, section, sentence, span }) => [id, section, sentence, !!span])).toEqual([
    [first, "findings", "The nodule grew.", false],
    [second, "findings", "The nodule grew.", true],
  ]);
});

test("a link without a place is told, and one that is taken out of the text is gone", () => {
  const doc = opinion({ findings: ["It grew @1."] });
  doc.getMap("evidence").delete(first);
  const index = indexDocument(doc);
  expect(evidenceUsesOf(index).map(({ id, evidence }) => [id, evidence])).toEqual([[first, undefined]]);
  doc.getXmlFragment("s.findings").delete(0, 1);
  expect(evidenceUsesOf(index)).toEqual([]);
});
