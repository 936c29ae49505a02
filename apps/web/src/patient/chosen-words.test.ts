import { expect, test } from "vitest";
import { chosenWords } from "./chosen-words.ts";

/** A text as ReadingText draws it. */
function drawText(place: string, ...pieces: readonly (readonly [number, string])[]) {
  const element = document.createElement("div");
  element.dataset["place"] = place;
  for (const [offset, words] of pieces) {
    const piece = document.createElement("span");
    piece.dataset["offset"] = String(offset);
    piece.append(words);
    element.append(piece);
  }
  document.body.append(element);
  return [...element.children].map(({ firstChild }) => firstChild ?? element);
}

/** A page with two texts. */
function draw() {
  const [bold, rest] = drawText("section plain", [40, "We advise "], [50, "an operation."]);
  const [other] = drawText("item 01KDVDNA00TN9P6MHT5FWG4VEP action", [0, "MRI of the liver"]);
  if (!bold || !rest || !other) throw new Error("Nothing was drawn");
  return { bold, rest, other };
}

function choose(from: Node, start: number, to: Node, end: number) {
  const selection = document.getSelection();
  selection?.setBaseAndExtent(from, start, to, end);
  return chosenWords(selection);
}

test("words over two pieces of one text are named by their offsets in it", () => {
  const { bold, rest } = draw();
  expect(choose(bold, 3, rest, 12)).toEqual({
    where: { section: "plain" },
    start: 43,
    end: 62,
    quote: "advise an operation",
  });
});

test("words of an item are named by the item and its field", () => {
  const { other } = draw();
  expect(choose(other, 0, other, 3)).toMatchObject({
    where: { item: "01KDVDNA00TN9P6MHT5FWG4VEP", field: "action" },
    start: 0,
    end: 3,
  });
});

test("nothing can be asked about words of two texts, or about none", () => {
  const { rest, other } = draw();
  expect(choose(rest, 0, other, 3)).toBeUndefined();
  expect(choose(rest, 2, rest, 2)).toBeUndefined();
});
