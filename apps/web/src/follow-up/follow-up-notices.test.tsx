import { loadMessages } from "@consilium/language";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import type { CaseDetail } from "../case/case-api.ts";
import { CaseContext } from "../case/case-context.ts";
import { coordinates } from "../coordination/coordination-api.ts";
import { caseFor } from "../record/inventory/testing-case.ts";
import { FollowUpNotices } from "./follow-up-notices.tsx";

const messages = await loadMessages("en");

const clock = (state: "running" | "met", due: string): CaseDetail["clocks"][number] => ({
  id: "clock",
  kind: "questions",
  state,
  from: "2020-01-01T09:00:00.000Z",
  due,
  met: state === "met" ? due : null,
  zone: "UTC",
  pausedReason: null,
});

/** What whoever coordinates reads across the top of a case whose report was delivered. */
function show(
  questions: CaseDetail["clocks"][number],
  state: CaseDetail["state"] = "follow-up",
): readonly string[] {
  const sent: string[] = [];
  vi.stubGlobal("fetch", (url: string | URL, { method, body }: RequestInit = {}) => {
    if (method === "POST" && typeof body === "string") sent.push(`${new URL(url).pathname} ${body}`);
    return new Promise(() => {});
  });
  const open = caseFor({ role: "coordinator", commands: [coordinates] });
  const detail: CaseDetail = { ...open.detail, state, clocks: [questions] };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <LanguageProvider language="en" messages={messages} zone="UTC">
        <MantineProvider env="test">
          <CaseContext value={{ ...open, detail }}>
            <FollowUpNotices />
          </CaseContext>
        </MantineProvider>
      </LanguageProvider>
    </QueryClientProvider>,
  );
  return sent;
}

test("once the time for questions is over, the follow-up says so, and still that the case can be closed", () => {
  show(clock("met", "2020-01-15T09:00:00.000Z"));
  expect(screen.getByText(/^The time for questions ended 15 Jan, 09:00\. When nothing is/)).toBeTruthy();
});

test("before follow-up has begun nobody is offered more time for it", () => {
  show(clock("met", "2020-01-15T09:00:00.000Z"), "delivered");
  expect(screen.getByText(messages.followUp.deliveredText)).toBeTruthy();
  expect(screen.queryByText(/^The time for questions ended/)).toBeNull();
  expect(screen.queryByRole("button", { name: /more time/i })).toBeNull();
});

test("while it runs, only that the case can be closed", () => {
  show(clock("running", "2999-01-15T09:00:00.000Z"));
  expect(screen.getByText("When nothing is open any more it can be closed.")).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

test("once it is over, whoever coordinates gives more, to a day and with a reason", async () => {
  const sent = show(clock("met", "2020-01-15T09:00:00.000Z"));
  fireEvent.click(screen.getByRole("button", { name: "Give more time for questions…" }));
  const dialog = await screen.findByRole("dialog", { name: "Extend the time for questions" });
  const change = (name: RegExp, value: string) =>
    fireEvent.change(within(dialog).getByLabelText(name), { target: { value } });
  change(/^New date/, "2999-03-02");
  change(/^Why/, "Her family has questions too.");
  fireEvent.click(within(dialog).getByRole("button", { name: "Extend it" }));
  const body = JSON.stringify({ due: "2999-03-02T17:00:00.000Z", reason: "Her family has questions too." });
  await vi.waitFor(() => expect(sent).toEqual([`/api/cases/case/clocks/questions/extension ${body}`]));
});
