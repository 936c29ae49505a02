import { addItem, removeItem } from "@consilium/workspace";
import { act, render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { Doc } from "yjs";
import { type Desk, DeskContext } from "../desk-context.ts";
import { useHasItems } from "./use-has-items.ts";

function Said() {
  return useHasItems("recommendations") ? "something" : "nothing";
}

function show(doc: Doc, kind: Desk["kind"]) {
  const desk: Desk = {
    doc,
    undo: undefined,
    awareness: undefined,
    onUnbind: () => () => {},
    name: "opinion.one",
    kind,
    isEditable: false,
    sections: ["recommendations"],
    current: "recommendations",
    goTo: () => {},
    cameTo: () => {},
  };
  render(
    <DeskContext value={desk}>
      <Said />
    </DeskContext>,
  );
}

test("a section of an opinion is not empty once something of its own kinds stands in it", () => {
  const doc = new Doc();
  show(doc, "opinion");
  act(() => addItem(doc, "finding", "one"));
  expect(screen.getByText("nothing")).toBeTruthy();
  act(() => addItem(doc, "citation", "two"));
  expect(screen.getByText("something")).toBeTruthy();
  act(() => removeItem(doc, "two"));
  expect(screen.getByText("nothing")).toBeTruthy();
});

test("other texts have no items", () => {
  const doc = new Doc();
  addItem(doc, "citation", "one");
  show(doc, "story");
  expect(screen.getByText("nothing")).toBeTruthy();
});
