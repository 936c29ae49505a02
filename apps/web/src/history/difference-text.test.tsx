import { loadMessages } from "@consilium/language";
import type { DifferenceNode } from "@consilium/workspace";
import { render } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import { DifferenceText } from "./difference-text.tsx";

vi.mock("../case/case-context.ts", () => ({
  usePeople: () => new Map([["A", { name: "Dr Ingrid Hallström", colour: "iris" }]]),
}));

const messages = await loadMessages("en");

const deed = { personId: "P", seatId: "A", sequence: 1, at: 0 };
const run = (text: string, state: "same" | "added" | "removed"): DifferenceNode => ({
  text,
  marks: [],
  state,
  insertedBy: deed,
  deletedBy: state === "removed" ? deed : undefined,
  moved: false,
  formatted: [],
});
const paragraph: DifferenceNode = {
  type: "paragraph",
  attrs: {},
  state: "same",
  insertedBy: deed,
  deletedBy: undefined,
  changed: [],
  children: [run("Three ", "same"), run("four ", "removed"), run("five ", "added"), run("lesions", "same")],
};

const draw = (side: "before" | "after") =>
  render(
    <LanguageProvider language="en" messages={messages} zone="UTC">
      <DifferenceText nodes={[paragraph]} side={side} />
    </LanguageProvider>,
  ).container;

test("before, what was taken away is struck in its author's colour, and what came is not there", () => {
  const page = draw("before");
  expect(page.textContent).toBe("Three four lesions");
  expect(page.querySelector("del")?.dataset["person"]).toBe("iris");
  expect(page.querySelector("del")?.title).toBe("Removed by Dr Ingrid Hallström");
});

test("after, what came is marked with its author, and what was taken away is gone", () => {
  const page = draw("after");
  expect(page.textContent).toBe("Three five lesions");
  expect(page.querySelector("ins")?.title).toBe("Added by Dr Ingrid Hallström");
});
