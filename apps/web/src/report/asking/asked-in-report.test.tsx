import { loadMessages } from "@consilium/language";
import { cleanup, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { LanguageProvider } from "../../app/language.tsx";
import type { CaseDetail } from "../../case/case-api.ts";
import { CaseContext } from "../../case/case-context.ts";
import { caseFor } from "../../record/inventory/testing-case.ts";
import { type Threads, ThreadsContext } from "../../thread/threads-context.ts";
import { useAllThreads } from "../../thread/use-all-threads.ts";
import { AskedInReport } from "./asked-in-report.tsx";

vi.mock(import("../../thread/use-all-threads.ts"), () => ({ useAllThreads: vi.fn<typeof useAllThreads>() }));

const messages = await loadMessages("en");

const threads: Threads = {
  target: "records",
  threads: [],
  openId: undefined,
  open: () => {},
  draft: undefined,
  compose: () => {},
  write: () => Promise.reject(new Error("Nothing is written here")),
  rightsOf: () => {
    throw new Error("There is no thread");
  },
  audiences: [],
  maySuggest: false,
};

function show(state: CaseDetail["state"], isComplete: boolean) {
  vi.mocked(useAllThreads).mockReturnValue({ threads: [], isComplete });
  const open = caseFor({ role: "patient", commands: [] });
  render(
    <LanguageProvider language="en" messages={messages} zone="UTC">
      <CaseContext value={{ ...open, detail: { ...open.detail, state, clocks: [] } }}>
        <ThreadsContext value={threads}>
          <AskedInReport />
        </ThreadsContext>
      </CaseContext>
    </LanguageProvider>,
  );
}

test("that nobody has asked is said once all that was asked has come, and not before", () => {
  show("follow-up", false);
  expect(screen.queryByText(/^Nobody/)).toBeNull();
  cleanup();
  show("follow-up", true);
  expect(screen.getByText("Nobody has asked anything yet.")).toBeTruthy();
});

test("in a closed case nobody can ask any more: then nobody asked", () => {
  show("closed", true);
  expect(screen.getByText("Nobody asked anything.")).toBeTruthy();
});
