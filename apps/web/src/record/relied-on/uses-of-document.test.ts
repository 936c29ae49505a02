import { setEvidence } from "@consilium/workspace";
import { beforeEach, expect, test, vi } from "vitest";
import { Doc, XmlElement, XmlText } from "yjs";
import { UsesOfDocument } from "./uses-of-document.ts";

const id = "01K0000000000000000000EV01";

beforeEach(() => void vi.useFakeTimers());

function opinion(): Doc {
  const doc = new Doc();
  const anchor = { kind: "record-place", record: "01K0000000000000000000CT01", place: "s4-87" } as const;
  setEvidence(doc, id, { anchor, label: "slice 87" });
  const paragraph = new XmlElement("paragraph");
  const link = new XmlElement("evidence");
  link.setAttribute("id", id);
  paragraph.insert(0, [new XmlText("The nodule grew "), link, new XmlText(".")]);
  doc.getXmlFragment("s.findings").insert(0, [paragraph]);
  return doc;
}

test("a link that is taken out of the text disappears; words elsewhere change nothing", () => {
  const doc = opinion();
  const uses = new UsesOfDocument(doc);
  const heard = vi.fn<() => void>();
  const stop = uses.subscribe(heard);
  const before = uses.current();
  expect(before.map(({ sentence }) => sentence)).toEqual(["The nodule grew."]);
  const other = new XmlElement("paragraph");
  other.insert(0, [new XmlText("See a dentist.")]);
  doc.getXmlFragment("s.followup").insert(0, [other]);
  vi.advanceTimersByTime(1000);
  expect(uses.current()).toBe(before);
  doc.getXmlFragment("s.findings").delete(0, 1);
  vi.advanceTimersByTime(1000);
  expect(heard).toHaveBeenCalled();
  expect(uses.current()).toEqual([]);
  stop();
});

test("while nobody listens the document is left alone", () => {
  const doc = opinion();
  const uses = new UsesOfDocument(doc);
  uses.subscribe(() => {})();
  doc.getXmlFragment("s.findings").delete(0, 1);
  vi.advanceTimersByTime(1000);
  expect(uses.current()).toHaveLength(1);
});
