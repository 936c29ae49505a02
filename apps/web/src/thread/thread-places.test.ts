import { indexDocument, makeAnchor } from "@consilium/workspace";
import { beforeEach, expect, test, vi } from "vitest";
import { applyUpdate, Doc, encodeStateAsUpdate, type XmlFragment, XmlText } from "yjs";
import { writeParagraphs } from "../editor/testing-editor.ts";
import { threadWith } from "./testing-thread.ts";
import { ThreadPlaces } from "./thread-places.ts";

beforeEach(() => void vi.useFakeTimers());

const textIn = (fragment: XmlFragment): XmlText => {
  for (const node of fragment.createTreeWalker(() => true)) if (node instanceof XmlText) return node;
  throw new Error("There is no text.");
};

function openThreads() {
  const doc = new Doc();
  writeParagraphs(doc.getXmlFragment("s.summary"), "The liver is clear.");
  writeParagraphs(doc.getXmlFragment("s.plain"), "Nothing to fear.");
  const index = indexDocument(doc);
  const threads = (["summary", "plain"] as const).map((section) => {
    const made = makeAnchor(index, { section }, 4, 9);
    if (!made.ok) throw new Error(made.reason);
    return threadWith({ id: section, anchor: made.value });
  });
  const places = new ThreadPlaces(doc);
  places.setThreads(threads);
  const heard = vi.fn<() => void>();
  places.subscribe(heard);
  const type = () => textIn(doc.getXmlFragment("s.summary")).insert(0, "x");
  return { doc, places, heard, type };
}

test("own typing is told when it rests, at the latest after a second; who asks before is told the truth", () => {
  const { places, heard, type } = openThreads();
  type();
  expect(places.placed()[0]?.found).toMatchObject({ state: "exact", at: { start: 5 } });
  vi.advanceTimersByTime(200);
  type();
  vi.advanceTimersByTime(200);
  expect(heard).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60);
  expect(heard).toHaveBeenCalledTimes(1);
  for (let keys = 0; keys < 11; keys += 1) {
    type();
    vi.advanceTimersByTime(100);
  }
  expect(heard).toHaveBeenCalledTimes(2);
  places.close();
});

test("what others change is told at once", () => {
  const { doc, places, heard } = openThreads();
  const copy = new Doc();
  applyUpdate(copy, encodeStateAsUpdate(doc));
  textIn(copy.getXmlFragment("s.summary")).insert(0, "Well. ");
  applyUpdate(doc, encodeStateAsUpdate(copy), "remote");
  expect(heard).toHaveBeenCalledTimes(1);
  expect(places.placed()[0]?.found).toMatchObject({ at: { start: 10 } });
  places.close();
});

test("a thread that only moved stands as before, and one in another text is the same object", () => {
  const { doc, places, type } = openThreads();
  const [standing, placed] = [places.standing(), places.placed()];
  type();
  expect(places.standing()).toBe(standing);
  expect(places.placed()).not.toBe(placed);
  expect(places.placed()[1]).toBe(placed[1]);
  doc.getXmlFragment("s.plain").delete(0, 1);
  expect(places.standing()).not.toBe(standing);
  expect(places.standing()[1]?.found?.state).toBe("orphaned");
  places.close();
});
