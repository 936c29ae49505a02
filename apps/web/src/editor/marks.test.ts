import type { Editor } from "@tiptap/core";
import { expect, test, vi } from "vitest";
import { applyUpdate, Doc, encodeStateAsUpdate, XmlText } from "yjs";
import type { Mark } from "./marks.ts";
import { openTestEditor, writeParagraphs } from "./testing-editor.ts";

const words = "liver";
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Marks every "liver" in the text, as anchors would find it. */
async function openMarked() {
  const doc = new Doc();
  const fragment = doc.getXmlFragment("s.summary");
  writeParagraphs(fragment, "The liver is clear.", "The lung is clear.");
  let editor: Editor | undefined;
  const place = vi.fn<() => readonly Mark[]>(() => {
    const at = editor?.state.doc.textContent.indexOf(words) ?? -1;
    if (at < 0) return [];
    return [
      {
        id: "a",
        from: at + 1,
        to: at + 1 + words.length,
        look: "suggestion",
        colour: "iris",
        replacement: "kidney",
        open: false,
      },
    ];
  });
  editor = openTestEditor(fragment, { marks: { place, subscribe: () => () => {} } });
  const { view } = editor;
  await nextFrame();
  place.mockClear();
  const type = (text: string, at: number) => view.dispatch(view.state.tr.insertText(text, at));
  const shown = () =>
    [...view.dom.querySelectorAll("[data-mark]")].map(({ textContent }) => textContent).join("|");
  return { doc, fragment, view, type, place, shown };
}

test("typing beside a mark moves it, and it is not looked for again", async () => {
  const { type, place, shown } = await openMarked();
  type("old ", 5);
  type("!", 30);
  await nextFrame();
  expect(shown()).toBe("liver|kidney");
  type("Yes. ", 1);
  await nextFrame();
  expect(shown()).toBe("liver|kidney");
  expect(place).toHaveBeenCalledTimes(1);
});

test("a mark whose words or edges are edited is placed anew before the next painting", async () => {
  const { view, type, place, shown } = await openMarked();
  type("ish", 10);
  await nextFrame();
  expect(place).toHaveBeenCalledTimes(1);
  expect(view.dom.textContent).toContain("liverkidneyish is clear");
  type("x", 7);
  await nextFrame();
  expect(shown()).toBe("");
});

test("after somebody else's change marks are placed anew, whatever it was", async () => {
  const { doc, fragment, place, shown } = await openMarked();
  const copy = new Doc();
  applyUpdate(copy, encodeStateAsUpdate(doc));
  const [first] = copy.getXmlFragment("s.summary").querySelectorAll("paragraph");
  const text = first && "toArray" in first ? first.toArray()[0] : undefined;
  if (text instanceof XmlText) text.insert(0, "Well: ");
  applyUpdate(doc, encodeStateAsUpdate(copy), "remote");
  expect(fragment.toJSON()).toContain("Well: The liver");
  await nextFrame();
  expect(place).toHaveBeenCalled();
  expect(shown()).toBe("liver|kidney");
});

const threadOn = (id: string, from: number, to: number): Mark => ({
  id,
  from,
  to,
  look: "thread",
  colour: "iris",
  open: false,
});

test("words of which several speak bear the mark of each, also where one lies wholly within others", async () => {
  const fragment = new Doc().getXmlFragment("s.summary");
  writeParagraphs(fragment, "The liver is clear.");
  const marks = [
    threadOn("sentence", 1, 20),
    threadOn("liver", 5, 10),
    threadOn("liver too", 5, 10),
    threadOn("is", 8, 13),
  ];
  const { view } = openTestEditor(fragment, { marks: { place: () => marks, subscribe: () => () => {} } });
  await nextFrame();
  const wordsOf = ({ id }: Mark) =>
    [...view.dom.querySelectorAll(`[data-mark="${id}"]`)].map(({ textContent }) => textContent).join("");
  expect(marks.map(wordsOf)).toEqual(["The liver is clear.", "liver", "liver", "er is"]);
});
