import { beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { TextAnchor } from "./anchor.ts";
import { type DocumentIndex, indexDocument } from "./document-index.ts";
import { positionsOf } from "./fragment-index.ts";
import { makeAnchor } from "./make-anchor.ts";
import { resolveTextAnchor } from "./resolve-text-anchor.ts";
import { block, commands, type HeadlessEditor, openEditor, writeBlocks } from "./testing/headless-editor.ts";

const where = { section: "assessment" };
const first = "Three metastases remain in the liver, and all are in reach.";
const words = "A right hepatectomy is not needed";
const second = `Our board has read the scans. ${words} for any of them, as the plan shows.`;
const third = "The margin at the vein decides how much is taken out.";

let doc: Y.Doc;
let editor: HeadlessEditor;
let index: DocumentIndex;
let anchor: TextAnchor;

beforeEach(() => {
  doc = new Y.Doc();
  writeBlocks(
    doc.getXmlFragment("s.assessment"),
    [first, second, third].map((text) => block(text)),
  );
  editor = openEditor(doc.getXmlFragment("s.assessment"));
  index = indexDocument(doc);
  anchorOn(words);
});

function anchorOn(text: string): void {
  const start = textNow().indexOf(text);
  const made = makeAnchor(index, where, start, start + text.length);
  if (!made.ok) throw new Error(made.reason);
  anchor = made.value;
}

const textNow = () => index.place(where)?.text ?? "";

/** The ProseMirror range of some words. */
function rangeOfWords(text: string) {
  const place = index.place(where);
  const start = place?.text.indexOf(text) ?? -1;
  if (!place || start < 0) throw new Error(`not there: ${text}`);
  return positionsOf(place, start, start + text.length);
}

const replace = (text: string, replacement: string) => {
  const { from, to } = rangeOfWords(text);
  editor.apply((transaction) =>
    replacement === "" ? transaction.delete(from, to) : transaction.insertText(replacement, from, to),
  );
};

const typeBefore = (text: string, typed: string) => {
  const { from } = rangeOfWords(text);
  editor.apply((transaction) => transaction.insertText(typed, from));
};

const caretBefore = (text: string) => editor.select(rangeOfWords(text).from);
const caretAfter = (text: string) => editor.select(rangeOfWords(text).to);
const selectWords = (text: string) => {
  const { from, to } = rangeOfWords(text);
  editor.select(from, to);
};

/** What the editor would show as the anchor's words. */
function shown() {
  const found = resolveTextAnchor(index, anchor);
  if (found.state === "orphaned") return found.state;
  const { doc: document } = editor.state();
  return [found.state, document.textBetween(found.at.from, found.at.to, "\n")];
}

describe("a phrase is found again after", () => {
  test("typing before it", () => {
    typeBefore("Our board", "Today: ");
    expect(shown()).toEqual(["exact", words]);
  });

  test("typing right at its first and its last letter", () => {
    typeBefore(words, "“");
    typeBefore(" for any", "”");
    expect(shown()).toEqual(["exact", words]);
  });

  test("bold over a part of it", () => {
    selectWords("hepatectomy is");
    editor.run(commands.bold);
    expect(shown()).toEqual(["exact", words]);
  });

  test("Enter in the paragraph before it", () => {
    caretBefore("Our board");
    editor.run(commands.enter);
    expect(shown()).toEqual([expect.stringMatching(/exact|moved/), words]);
  });

  test("Enter before it in its paragraph", () => {
    caretBefore(words);
    editor.run(commands.enter);
    expect(shown()).toEqual(["moved", words]);
  });

  test("joining with the paragraph before", () => {
    caretBefore("Our board");
    editor.run(commands.backspaceAtStart);
    expect(textNow()).toContain("reach.Our board");
    expect(shown()).toEqual(["moved", words]);
  });

  test("joining with the paragraph after", () => {
    caretBefore("The margin");
    editor.run(commands.backspaceAtStart);
    expect(shown()).toEqual(["exact", words]);
  });

  test("its paragraph becoming a heading", () => {
    caretBefore(words);
    editor.run(commands.toHeading);
    expect(shown()).toEqual(["moved", words]);
  });

  test("its paragraph becoming a list, and coming out of it", () => {
    caretBefore(words);
    editor.run(commands.toBulletList);
    expect(shown()).toEqual(["moved", words]);
    caretBefore(words);
    editor.run(commands.outOfList);
    expect(shown()).toEqual(["moved", words]);
  });

  test("its paragraph being cut and pasted at the end", () => {
    const { from, to } = rangeOfWords(second);
    const cut = editor.state().doc.slice(from - 1, to + 1);
    editor.apply((transaction) => transaction.delete(from - 1, to + 1));
    expect(shown()).toBe("orphaned");
    editor.apply((transaction) =>
      transaction.replace(transaction.doc.content.size, transaction.doc.content.size, cut),
    );
    expect(shown()).toEqual(["moved", words]);
  });

  test("being cut and pasted into another section", () => {
    const { from, to } = rangeOfWords(second);
    editor.apply((transaction) => transaction.delete(from - 1, to + 1));
    writeBlocks(doc.getXmlFragment("s.plain"), [block("In plain words"), block(second)]);
    expect(resolveTextAnchor(index, anchor)).toMatchObject({
      state: "moved",
      at: { where: { section: "plain" } },
    });
  });

  test("being deleted, and the deletion undone", () => {
    replace(words, "");
    expect(shown()).toBe("orphaned");
    editor.undo();
    expect(shown()).toEqual([expect.stringMatching(/exact|moved/), words]);
  });

  test("Enter inside it: both halves, across the blocks", () => {
    caretAfter("A right");
    editor.run(commands.enter);
    expect(shown()).toEqual(["moved", "A right\n hepatectomy is not needed"]);
  });

  test("words that begin like it being typed before it", () => {
    typeBefore(words, "A right lobectomy was asked about. ");
    expect(shown()).toEqual(["moved", words]);
  });

  test("an evidence link inside it", () => {
    const { to } = rangeOfWords("A right");
    const link = editor.state().schema.nodes["evidence"]?.create({ id: "01ARZ3NDEKTSV4RRFFQ69G5FAV" });
    editor.apply((transaction) => (link ? transaction.insert(to, link) : transaction));
    expect(shown()).toEqual(["moved", words]);
  });
});

describe("a phrase that changed is shown with its old words after", () => {
  test("typing inside it", () => {
    typeBefore("hepatectomy", "or left ");
    expect(shown()).toEqual(["changed", "A right or left hepatectomy is not needed"]);
    expect(resolveTextAnchor(index, anchor)).toMatchObject({ was: words });
  });

  test("its first words being replaced", () => {
    replace("A right", "Any");
    expect(shown()).toEqual(["changed", "Any hepatectomy is not needed"]);
  });

  test("its last words being replaced", () => {
    replace("not needed", "unnecessary");
    expect(shown()).toEqual(["changed", "A right hepatectomy is unnecessary"]);
  });

  test("being replaced as a whole", () => {
    replace(words, "We advise against a hepatectomy");
    expect(shown()).toEqual(["changed", "We advise against a hepatectomy"]);
  });

  test("replace all inside it", () => {
    const occurrences = [...textNow().matchAll(/is/g)].map(({ index: at }) => at).toReversed();
    editor.apply((transaction) => {
      for (const at of occurrences) {
        const place = index.place(where);
        const { from, to } = place ? positionsOf(place, at, at + 2) : { from: 0, to: 0 };
        transaction.insertText("was", from, to);
      }
      return transaction;
    });
    expect(shown()).toEqual(["changed", "A right hepatectomy was not needed"]);
  });
});

test("the same words being pasted between its first and its last letter are not taken for it", () => {
  typeBefore("hepatectomy", `${words} `);
  expect(shown()).toEqual(["changed", `A right ${words} hepatectomy is not needed`]);
});

describe("a phrase is orphaned, with its old words, after", () => {
  test("being deleted", () => {
    replace(words, "");
    expect(resolveTextAnchor(index, anchor)).toEqual({ state: "orphaned", was: words });
  });

  test("its paragraph being deleted, though the same words stand in another sentence", () => {
    typeBefore(first, `They asked elsewhere. ${words}, Northgate heard. `);
    const start = textNow().lastIndexOf(words);
    const made = makeAnchor(index, where, start, start + words.length);
    if (made.ok) anchor = made.value;
    expect(shown()).toEqual(["exact", words]);
    const { from, to } = rangeOfWords(second);
    editor.apply((transaction) => transaction.delete(from - 1, to + 1));
    expect(shown()).toBe("orphaned");
  });

  test("its paragraph being copied elsewhere, then becoming a heading, then its own words being edited", () => {
    anchorOn("as the plan shows.");
    const { doc: document } = editor.state();
    const { from, to } = rangeOfWords(second);
    const copied = document.slice(from - 1, to + 1);
    editor.apply((transaction) => transaction.replace(document.content.size, document.content.size, copied));
    caretBefore(second);
    editor.run(commands.toHeading);
    replace("plan", "drawing");
    expect(shown()).toBe("orphaned");
  });

  test("its paragraph being written anew with much between the words, which stand in another section since", () => {
    const beginning = "Our board has read the scans. A right hepatectomy";
    const ending = "is not needed for any of them,";
    const elsewhere = doc.getXmlFragment("s.findings");
    writeBlocks(elsewhere, [block(`${beginning} is dangerous, and it ${ending} unlike the other one.`)]);
    anchorOn(words);
    doc.transact(() => {
      elsewhere.delete(0, 1);
      writeBlocks(elsewhere, [block(`${beginning} ${ending} unlike the other one.`)]);
      const fragment = doc.getXmlFragment("s.assessment");
      fragment.delete(0, fragment.length);
      const between =
        "could be done in other circumstances, which all of us have weighed at length, and so ".repeat(2);
      writeBlocks(fragment, [block(first), block(`${beginning} ${between}${ending} as the plan shows.`)]);
    });
    expect(resolveTextAnchor(index, anchor)).toEqual({ state: "orphaned", was: words });
  });
});
