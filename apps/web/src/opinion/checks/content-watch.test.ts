import { addItem, setItemField } from "@consilium/workspace";
import { beforeEach, expect, test, vi } from "vitest";
import { Doc, XmlElement, XmlText } from "yjs";
import { watchContent } from "./content-watch.ts";

beforeEach(() => void vi.useFakeTimers());

function write(doc: Doc, root: string, words: string) {
  const paragraph = new XmlElement("paragraph");
  paragraph.insert(0, [new XmlText(words)]);
  doc.getXmlFragment(root).push([paragraph]);
}

test("a burst of changes is read once, and only where something changed", () => {
  const doc = new Doc();
  const watch = watchContent(doc, ["summary", "plain"]);
  const heard = vi.fn<() => void>();
  watch.content.subscribe(heard);
  write(doc, "s.summary", "One.");
  write(doc, "s.summary", "Two.");
  expect(watch.content.getSnapshot()).toBeUndefined();
  vi.advanceTimersByTime(300);
  expect(heard).toHaveBeenCalledTimes(1);
  expect(watch.content.getSnapshot()).toMatchObject({
    sections: { summary: "One.\nTwo.", plain: "" },
    words: { summary: 2, plain: 0 },
  });
  watch.stop();
});

test("items are read again with their fields; after the end nothing is", () => {
  const doc = new Doc();
  const watch = watchContent(doc, []);
  const id = "01JD0000000000000000000001";
  addItem(doc, "recommendation", id);
  setItemField(doc, id, "urgency", "soon");
  vi.advanceTimersByTime(300);
  expect(watch.content.getSnapshot()?.items).toMatchObject([{ id, fields: { urgency: "soon", action: "" } }]);
  watch.stop();
  setItemField(doc, id, "urgency", "now");
  vi.advanceTimersByTime(300);
  expect(watch.content.getSnapshot()?.items[0]?.fields["urgency"]).toBe("soon");
});
