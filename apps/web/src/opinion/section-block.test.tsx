import { loadMessages } from "@consilium/language";
import type { Section } from "@consilium/workspace";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { Doc } from "yjs";
import { LanguageProvider } from "../app/language.tsx";
import type { CaseDetail, OpinionSummary } from "../case/case-api.ts";
import { CaseContext } from "../case/case-context.ts";
import { caseFor } from "../record/inventory/testing-case.ts";
import { type Desk, DeskContext } from "./desk-context.ts";
import { SectionBlock } from "./section-block.tsx";

const messages = await loadMessages("en");

const sections = ["summary", "answers"] as const satisfies readonly Section[];

type Question = CaseDetail["questions"][number];

const question: Question = {
  id: "question",
  rank: 1,
  text: "Is an operation needed?",
  version: 1,
  withdrawn: false,
};

/** An opinion in which nobody wrote, as it stands now, for whoever may not write in it. */
function show(state: OpinionSummary["state"], questions: readonly Question[] = [question]) {
  const open = caseFor({ role: "referrer", commands: [] });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- What the sections read of it.
  const opinion = { id: "one", state } as OpinionSummary;
  const detail = { ...open.detail, opinions: [opinion], questions: [...questions] };
  const desk: Desk = {
    doc: new Doc(),
    undo: undefined,
    awareness: undefined,
    onUnbind: () => () => {},
    name: "opinion.one",
    kind: "opinion",
    isEditable: false,
    sections,
    current: "summary",
    goTo: () => {},
    cameTo: () => {},
  };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <LanguageProvider language="en" messages={messages} zone="UTC">
        <CaseContext value={{ ...open, detail }}>
          <DeskContext value={desk}>
            {sections.map((section, at) => (
              <SectionBlock
                key={section}
                section={section}
                number={at + 1}
                isBuilt
                onReady={() => undefined}
              />
            ))}
          </DeskContext>
        </CaseContext>
      </LanguageProvider>
    </QueryClientProvider>,
  );
}

const summary = () => screen.getByRole("textbox", { name: "Case summary" }).getAttribute("data-placeholder");

test("an empty section of a signed opinion says that nothing was written, and of a question that it was not answered", () => {
  show("signed");
  expect(summary()).toBe("Nothing was written here.");
  expect(screen.getByText("Not answered.")).toBeTruthy();
});

test("of a draft they say that there is nothing yet", () => {
  show("draft");
  expect(summary()).toBe("Nothing is written here yet.");
  expect(screen.getByText("Not answered yet.")).toBeTruthy();
});

test("questions have the numbers of the report: one that was withdrawn has none, and stands last", () => {
  const withdrawn = { ...question, id: "first", rank: 0, text: "Can it wait?", withdrawn: true };
  show("draft", [withdrawn, question]);
  const asked = screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent.trim());
  expect(asked).toEqual(["1. Is an operation needed?", "Can it wait? Withdrawn"]);
});
