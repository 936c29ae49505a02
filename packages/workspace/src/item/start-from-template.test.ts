import { loadTemplate, type OpinionTemplate, templatedSections } from "@consilium/clinical";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { judgeUpdate } from "../admission/judge-update.ts";
import { limits } from "../admission/limits.ts";
import { vocabularyFor } from "../vocabulary/vocabulary.ts";
import { sectionText } from "./opinion-content.ts";
import { isSectionEmpty, startFromTemplate, templateUseOf } from "./start-from-template.ts";

const template: OpinionTemplate = {
  id: "opinion-spine",
  version: 3,
  specialty: "spine",
  language: "en",
  sections: { findings: "## Images\n\n- Side: […]\n- Level: […]" },
};

test("an empty section begins with the template, in one step that undo takes back with what was noted", () => {
  const doc = new Y.Doc();
  const fragment = doc.getXmlFragment("s.findings");
  fragment.insert(0, [new Y.XmlElement("paragraph")]);
  const undo = new Y.UndoManager([fragment, doc.getMap("templates")]);
  expect(isSectionEmpty(doc, "findings")).toBe(true);
  expect(startFromTemplate(doc, "findings", template)).toBe(true);
  expect(sectionText(doc, "findings")).toBe("Images\nSide: […]\nLevel: […]");
  expect(templateUseOf(doc, "findings")).toEqual({ template: "opinion-spine", version: 3 });
  undo.undo();
  expect(isSectionEmpty(doc, "findings")).toBe(true);
  expect(templateUseOf(doc, "findings")).toBeUndefined();
});

test("where something is written, or the template has nothing, nothing changes", () => {
  const doc = new Y.Doc();
  expect(startFromTemplate(doc, "summary", template)).toBe(false);
  startFromTemplate(doc, "findings", template);
  const before = Y.encodeStateAsUpdate(doc);
  expect(startFromTemplate(doc, "findings", { ...template, version: 4 })).toBe(false);
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
});

test("white space is nothing, a link to evidence is something", () => {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(" \u00a0")]);
  doc.getXmlFragment("s.findings").insert(0, [new Y.XmlElement("paragraph"), paragraph]);
  expect(isSectionEmpty(doc, "findings")).toBe(true);
  paragraph.insert(1, [new Y.XmlElement("evidence")]);
  expect(isSectionEmpty(doc, "findings")).toBe(false);
});

test.for(["oncology", "cardiology", "neurology", "spine", "radiology", "pathology"])(
  "all that the template of %s writes passes the gate",
  async (specialty) => {
    const found = await loadTemplate(specialty, "en");
    if (!found) throw new Error("There is none");
    const doc = new Y.Doc();
    for (const section of templatedSections)
      expect([section, startFromTemplate(doc, section, found)]).toEqual([section, true]);
    const verdict = judgeUpdate(new Y.Doc(), Y.encodeStateAsUpdate(doc), {
      vocabulary: vocabularyFor("opinion"),
      mayUse: () => true,
      longest: limits.updateBytes,
    });
    expect(verdict.fate).toBe("admit");
  },
);
