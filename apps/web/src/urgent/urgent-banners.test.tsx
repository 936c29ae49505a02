import { loadMessages } from "@consilium/language";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import { CaseContext } from "../case/case-context.ts";
import { caseFor } from "../record/inventory/testing-case.ts";
import { UrgentBanners } from "./urgent-banners.tsx";
import { type UrgentFinding, urgentQuery } from "./urgent-query.ts";

const messages = await loadMessages("en");

const finding = (id: string, acknowledged: string | null): UrgentFinding => ({
  id,
  what: `Finding ${id}`,
  // No place that leads anywhere: the way there has tests of its own.
  place: "opinion.none",
  channel: null,
  by: "specialist",
  recipient: "referrer",
  second: null,
  raised: "2026-11-30T09:00:00.000Z",
  due: "2026-11-30T10:00:00.000Z",
  escalated: null,
  acknowledged,
  acknowledgedBy: acknowledged && "coordinator",
  mayAcknowledge: acknowledged === null,
});

test("what waits stands before what somebody has, each in the order in which it was raised", () => {
  vi.stubGlobal("fetch", () => new Promise(() => {}));
  const taken = new Date().toISOString();
  const items = [finding("1", taken), finding("2", null), finding("3", taken), finding("4", null)];
  const queries = new QueryClient();
  queries.setQueryData(urgentQuery("case", undefined).queryKey, { items });
  const open = caseFor({ role: "referrer", commands: [] });
  render(
    <QueryClientProvider client={queries}>
      <LanguageProvider language="en" messages={messages} zone="UTC">
        <CaseContext value={{ ...open, detail: { ...open.detail, opinions: [] } }}>
          <UrgentBanners />
        </CaseContext>
      </LanguageProvider>
    </QueryClientProvider>,
  );
  const shown = screen
    .getAllByText(/Finding \d/)
    .map(({ textContent }) => /Finding \d/.exec(textContent)?.[0]);
  expect(shown).toEqual(["Finding 2", "Finding 4", "Finding 1", "Finding 3"]);
});
