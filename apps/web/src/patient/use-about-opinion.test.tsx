import { loadMessages } from "@consilium/language";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import type { OpinionSummary } from "../case/case-api.ts";
import { CaseContext } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";
import { caseFor } from "../record/inventory/testing-case.ts";
import { useAboutOpinion } from "./use-about-opinion.ts";

const messages = await loadMessages("en");

const signed: OpinionSummary = {
  id: "opinion",
  lead: true,
  state: "signed",
  authors: ["specialist", "referrer"],
  signedAt: "2026-11-30T18:20:00.000Z",
  digest: null,
  read: "version",
  write: false,
  version: 1,
  newerBeingWritten: false,
};

function About({ opinion }: { readonly opinion: OpinionSummary }) {
  return <p>{useAboutOpinion(opinion, new Date("2026-11-29T09:00:00.000Z"))}</p>;
}

function show(
  opinion: OpinionSummary,
  reports?: readonly { readonly opinion: string; readonly by: string }[],
) {
  vi.stubGlobal("fetch", () => new Promise(() => {}));
  const queries = new QueryClient();
  if (reports) queries.setQueryData(caseKey("case", "reports"), { items: reports, feasibility: [] });
  render(
    <QueryClientProvider client={queries}>
      <LanguageProvider language="en" messages={messages} zone="UTC">
        <CaseContext value={caseFor({ role: "patient", commands: [] })}>
          <About opinion={opinion} />
        </CaseContext>
      </LanguageProvider>
    </QueryClientProvider>,
  );
}

test("of two who wrote it the one who signed is named as who signed", () => {
  show(signed, [{ opinion: "opinion", by: "specialist" }]);
  expect(screen.getByText("Signed by The specialist, 30 November 2026")).toBeTruthy();
});

test("until it is known who signed, nobody is named", () => {
  show(signed);
  expect(screen.getByText("Signed 30 November 2026")).toBeTruthy();
});

test("of a draft both are named, with the day of the version that was given", () => {
  show({ ...signed, state: "draft", signedAt: null });
  expect(screen.getByText("Written by The specialist and The referrer, 29 November 2026")).toBeTruthy();
});
