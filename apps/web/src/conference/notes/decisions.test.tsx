import { addItem, itemsOf, plainTextOf, readFragment, setItemField } from "@consilium/workspace";
import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { DecisionRow } from "./decision-row.tsx";
import { NewDecision } from "./new-decision.tsx";
import { showNotes, testNotes } from "./testing-notes.tsx";

const field = () => screen.findByRole("textbox", { name: "Write a decision" });
const id = "01KDVDNA00C4XGHYWM6EBF33TC";

test("a sentence becomes a decision with Enter, and the field is free for the next one", async () => {
  const notes = testNotes();
  showNotes(notes, <NewDecision />);
  const input = await field();
  fireEvent.change(input, { target: { value: "  MRI first. " } });
  fireEvent.keyDown(input, { key: "Enter" });
  fireEvent.keyDown(input, { key: "Enter" });
  const words = itemsOf(notes.doc, "decision").map((one) => plainTextOf(readFragment(one.rich("text"))));
  expect(words).toEqual(["MRI first."]);
  expect(input).toHaveProperty("value", "");
  notes.undo?.undo();
  expect(itemsOf(notes.doc, "decision")).toEqual([]);
});

test("D begins one from anywhere but where one writes, and only while the conference goes on", async () => {
  showNotes(
    testNotes(),
    <>
      <input aria-label="Elsewhere" />
      <NewDecision />
    </>,
  );
  const input = await field();
  fireEvent.keyDown(screen.getByRole("textbox", { name: "Elsewhere" }), { key: "d" });
  fireEvent.keyDown(document.body, { key: "d", ctrlKey: true });
  expect(document.activeElement).not.toBe(input);
  fireEvent.keyDown(document.body, { key: "d" });
  expect(document.activeElement).toBe(input);
});

test("afterwards D is nothing", async () => {
  showNotes(testNotes({ isLive: false }), <NewDecision />);
  const input = await field();
  fireEvent.keyDown(document.body, { key: "d" });
  expect(document.activeElement).not.toBe(input);
});

function decision(fields: { readonly owner?: string; readonly due?: string }, isEditable: boolean) {
  const notes = testNotes({ isEditable });
  addItem(notes.doc, "decision", id);
  for (const [name, value] of Object.entries(fields))
    setItemField(notes.doc, id, name === "due" ? "due" : "owner", value);
  const [item] = itemsOf(notes.doc, "decision");
  if (item)
    showNotes(notes, <DecisionRow decision={item} number={1} became={undefined} onRemoved={() => {}} />);
  return notes;
}

const row = () => screen.findByRole("listitem", { name: "Decision 1" });

test("a decision that nobody does asks who, and takes an owner", async () => {
  const notes = decision({}, true);
  const shown = await row();
  expect(within(shown).getByText("Who?")).toBeDefined();
  fireEvent.change(within(shown).getByRole("combobox", { name: "Decision 1, Who does it" }), {
    target: { value: "referrer" },
  });
  expect(itemsOf(notes.doc, "decision")[0]?.scalar("owner")).toBe("referrer");
});

test("who only reads is told who does it and by when, and can change nothing", async () => {
  decision({ owner: "referrer", due: "2026-12-01" }, false);
  const shown = await row();
  expect(within(shown).getByText("The referrer, by 1 Dec")).toBeDefined();
  expect(within(shown).queryByRole("combobox")).toBeNull();
  expect(within(shown).queryByRole("button")).toBeNull();
});
