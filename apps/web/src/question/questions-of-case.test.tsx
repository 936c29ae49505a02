import { loadMessages } from "@consilium/language";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import type { CaseDetail } from "../case/case-api.ts";
import { CaseContext } from "../case/case-context.ts";
import { AskedQuestions } from "../patient/asked-questions.tsx";
import { caseFor } from "../record/inventory/testing-case.ts";
import { QuestionsOfCase } from "./questions-of-case.tsx";
import { testQuestion } from "./testing-question.ts";

const messages = await loadMessages("en");

const questions = [testQuestion("one", 1), testQuestion("gone", 2, true), testQuestion("two", 3)];

interface Shown {
  readonly role: "patient" | "referrer";
  readonly state?: CaseDetail["state"];
  readonly may?: boolean;
}

function show({ role, state = "in-review", may = true }: Shown): readonly string[] {
  const sent: string[] = [];
  vi.stubGlobal("fetch", (url: string | URL, { method }: RequestInit = {}) => {
    sent.push(`${method} ${new URL(url).pathname}`);
    return Promise.resolve(Response.json({ withdrawn: "two" }));
  });
  const open = caseFor({ role, commands: may ? ["withdraw or rank a question"] : [] });
  const detail: CaseDetail = { ...open.detail, state, questions };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <LanguageProvider language="en" messages={messages} zone="UTC">
        <MantineProvider env="test">
          <CaseContext value={{ ...open, detail }}>
            {role === "patient" ? <AskedQuestions /> : <QuestionsOfCase />}
          </CaseContext>
        </MantineProvider>
      </LanguageProvider>
    </QueryClientProvider>,
  );
  return sent;
}

const buttons = () => screen.queryAllByRole("button").map((button) => button.getAttribute("aria-label"));

test.for(["patient", "referrer"] as const)(
  "the %s takes a question back once they have read what becomes of its answer",
  async (role) => {
    const sent = show({ role });
    expect(buttons()).toEqual(["Take back question 1…", "Take back question 2…"]);
    fireEvent.click(screen.getByRole("button", { name: "Take back question 2…" }));
    const dialog = await screen.findByRole("dialog", { name: "Take this question back?" });
    expect(within(dialog).getByText(/If it is answered already, the answer stays/)).toBeTruthy();
    expect(sent).toEqual([]);
    fireEvent.click(within(dialog).getByRole("button", { name: "Take it back" }));
    await vi.waitFor(() => expect(sent).toEqual(["POST /api/cases/case/questions/two/withdrawal"]));
    await vi.waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  },
);

test("nobody is offered it who may not, and nobody once the opinion is signed", () => {
  show({ role: "referrer", may: false });
  expect(buttons()).toEqual([]);
  expect(screen.getByText("Taken back")).toBeTruthy();
});

test("once the opinion is signed it is offered no more", () => {
  show({ role: "patient", state: "delivered" });
  expect(buttons()).toEqual([]);
});
