import { addItem, itemOf, itemsOf, setItemField } from "@consilium/workspace";
import { fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { Doc } from "yjs";
import { Decisions } from "./decisions.tsx";
import { writeDecision } from "./new-decision.tsx";
import { showNotes, testNotes } from "./testing-notes.tsx";

const first = "01KDVDNA00C4XGHYWM6EBF33TC";
const second = "01KDVDNA00C4XGHYWM6EBF33TD";
const name = "Put the decisions in Recommendations";

function notesWithTwo() {
  const notes = testNotes();
  writeDecision(notes.doc, first, "MRI first.");
  writeDecision(notes.doc, second, "One operation.");
  setItemField(notes.doc, first, "owner", "referrer");
  return notes;
}

test("in one step the decisions are recommendations; it says how many, what they lack, and marks each of them", async () => {
  const opinion = new Doc();
  addItem(opinion, "recommendation", "01KDVDNA00C4XGHYWM6EBF33TA");
  showNotes(notesWithTwo(), <Decisions />, { doc: opinion, mayWrite: true });
  fireEvent.click(await screen.findByRole("button", { name }));
  await screen.findByText("Recommendation 3");
  expect(
    itemsOf(opinion, "recommendation")
      .map(({ id }) => id)
      .slice(1),
  ).toEqual([first, second]);
  expect(itemOf(opinion, first)?.scalar("owner")).toBe("referrer");
  expect(screen.getByText(/2 decisions are in Recommendations now\./).textContent).toContain(
    "One of them has no owner yet. Each needs one before signing.",
  );
  expect(screen.getByText("Recommendation 2")).toBeDefined();
  expect(screen.getByText("All decisions are in Recommendations.")).toBeDefined();
});

test("who reads the opinion without writing it is not offered the step, and sees which became which", async () => {
  const opinion = new Doc();
  addItem(opinion, "recommendation", second);
  showNotes(notesWithTwo(), <Decisions />, { doc: opinion, mayWrite: false });
  expect(await screen.findByText("Recommendation 1")).toBeDefined();
  expect(screen.queryByRole("button", { name })).toBeNull();
});

test("before anything is decided there is nothing to put", async () => {
  showNotes(testNotes(), <Decisions />, { doc: new Doc(), mayWrite: true });
  expect(await screen.findByText("There is no decision to put there yet.")).toBeDefined();
});

test("a decision that is taken back can be brought back", async () => {
  const notes = notesWithTwo();
  showNotes(notes, <Decisions />);
  fireEvent.click(await screen.findByRole("button", { name: "Take the decision back: Decision 1" }));
  expect(itemsOf(notes.doc, "decision").map(({ id }) => id)).toEqual([second]);
  fireEvent.click(screen.getByRole("button", { name: "Bring it back" }));
  expect(itemsOf(notes.doc, "decision")).toHaveLength(2);
});
