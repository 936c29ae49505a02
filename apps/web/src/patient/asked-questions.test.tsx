import { loadMessages } from "@consilium/language";
import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import { CaseContext } from "../case/case-context.ts";
import { testQuestion } from "../question/testing-question.ts";
import { caseFor } from "../record/inventory/testing-case.ts";
import { AskedQuestions } from "./asked-questions.tsx";

const messages = await loadMessages("en");

test("the patient reads the numbers that the doctors read: one that was taken back has none, and stands last", () => {
  const open = caseFor({ role: "patient", commands: [] });
  const questions = [
    testQuestion("first", 1),
    testQuestion("taken back", 2, true),
    testQuestion("second", 3),
  ];
  render(
    <LanguageProvider language="en" messages={messages} zone="UTC">
      <CaseContext value={{ ...open, detail: { ...open.detail, questions } }}>
        <AskedQuestions />
      </CaseContext>
    </LanguageProvider>,
  );
  const shown = screen
    .getAllByRole("listitem")
    .map((item) => [item.dataset["number"], item.firstChild?.textContent]);
  expect(shown).toEqual([
    ["1", "first"],
    ["2", "second"],
    [undefined, "taken back"],
  ]);
});
