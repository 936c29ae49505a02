import { loadMessages } from "@consilium/language";
import { addItem, itemsOf, setItemField } from "@consilium/workspace";
import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { Doc } from "yjs";
import { LanguageProvider } from "../app/language.tsx";
import { CaseContext } from "../case/case-context.ts";
import { testQuestion } from "../question/testing-question.ts";
import { caseFor } from "../record/inventory/testing-case.ts";
import { ReadingItem } from "./reading-item.tsx";

const messages = await loadMessages("en");

test("an answer says where its question was taken back, and nothing where it still stands", () => {
  const doc = new Doc();
  for (const question of ["Wait?", "Cut?"]) {
    addItem(doc, "answer", `to ${question}`);
    setItemField(doc, `to ${question}`, "question", question);
  }
  const open = caseFor({ role: "patient", commands: [] });
  const questions = [testQuestion("Wait?", 1, true), testQuestion("Cut?", 1, false)];
  render(
    <LanguageProvider language="en" messages={messages} zone="UTC">
      <CaseContext value={{ ...open, detail: { ...open.detail, questions } }}>
        <ol>
          {itemsOf(doc, "answer").map((item) => (
            <ReadingItem key={item.id} doc={doc} item={item} />
          ))}
        </ol>
      </CaseContext>
    </LanguageProvider>,
  );
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    "Wait?This question was taken back.",
    "Cut?",
  ]);
});
