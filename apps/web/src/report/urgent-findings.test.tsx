import { loadMessages } from "@consilium/language";
import type { Report } from "@consilium/report";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import { CaseContext } from "../case/case-context.ts";
import { caseFor } from "../record/inventory/testing-case.ts";
import { urgentQuery } from "../urgent/urgent-query.ts";
import { UrgentFindings } from "./urgent-findings.tsx";

const messages = await loadMessages("en");
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const passedOn: Report["urgentFindings"][number] = {
  words: "Free air below the diaphragm",
  raisedBy: "Dr Ingrid Hallström",
  raisedAt: "2026-11-24T12:00:00.000Z",
  recipient: "Dr Adaeze Okonkwo",
  channels: ["By telephone, nobody answered."],
  passedOn: { at: "2026-11-24T13:00:00.000Z", second: "Dr Tomasz Wierzbicki" },
  acknowledgedBy: "Dr Tomasz Wierzbicki",
  acknowledgedAt: "2026-11-24T13:05:00.000Z",
};

const unanswered = { ...passedOn, acknowledgedBy: null, acknowledgedAt: null };

/** `acknowledged`: when somebody of the case took it on, as it stands now. */
function showInCase(acknowledged: string | null) {
  vi.stubGlobal("fetch", () => new Promise(() => {}));
  const queries = new QueryClient();
  const now = { raised: passedOn.raisedAt, acknowledged, acknowledgedBy: acknowledged && "referrer" };
  queries.setQueryData([...urgentQuery("case", undefined).queryKey], { items: [now] });
  show([unanswered], (findings) => (
    <QueryClientProvider client={queries}>
      <CaseContext value={caseFor({ role: "referrer", commands: [] })}>{findings}</CaseContext>
    </QueryClientProvider>
  ));
}

function show(urgentFindings: Report["urgentFindings"], inCase?: (findings: ReactNode) => ReactNode) {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- What is read of a report.
  const report = { urgentFindings } as Report;
  render(
    <LanguageProvider language="en" messages={messages} zone="UTC">
      {inCase ? (
        inCase(<UrgentFindings report={report} isInCase />)
      ) : (
        <UrgentFindings report={report} isInCase={false} />
      )}
    </LanguageProvider>,
  );
}

test("what was found stands apart from what became of it: told, passed on after the hour, taken on", () => {
  show([passedOn]);
  expect(screen.getByText("Free air below the diaphragm").tagName).toBe("B");
  expect(screen.getByRole("listitem").textContent).toBe(
    "Free air below the diaphragm Raised by Dr Ingrid Hallström 24 Nov, 12:00, to Dr Adaeze Okonkwo. The hour went by: 24 Nov, 13:00, whoever coordinates and Dr Tomasz Wierzbicki were told. Dr Tomasz Wierzbicki took it on 24 Nov, 13:05. Besides: By telephone, nobody answered.",
  );
});

test("what nobody had taken on when it was signed says who took it on since", () => {
  showInCase("2026-11-25T08:00:00.000Z");
  expect(screen.getByText(/Nobody had taken it on when this was signed\./)).toBeTruthy();
  expect(screen.getByText("Since then The referrer took it on 25 Nov, 08:00.")).toBeTruthy();
});

test("while nobody has it, and for whoever has no place in the case, only what was signed stands", () => {
  showInCase(null);
  expect(screen.queryByText(/^Since then/)).toBeNull();
  cleanup();
  show([unanswered]);
  expect(screen.getByText(/Nobody had taken it on when this was signed\./)).toBeTruthy();
});

test("where nothing was urgent nothing stands", () => {
  show([]);
  expect(screen.queryByRole("heading")).toBeNull();
});
