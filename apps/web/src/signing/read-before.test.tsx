import { loadMessages } from "@consilium/language";
import { buildReport } from "@consilium/report";
import { sampleInput } from "@consilium/report/testing";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import { CaseContext } from "../case/case-context.ts";
import { caseFor } from "../record/inventory/testing-case.ts";
import { ReadBefore } from "./read-before.tsx";

const messages = await loadMessages("en");
const report = buildReport({ ...sampleInput, keyImages: [] });

afterEach(() => vi.unstubAllGlobals());

function show(basis: string) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (url: string | URL | Request) => {
    asked.push(String(url instanceof Request ? url.url : url));
    return Promise.resolve(Response.json({ report }));
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <LanguageProvider language="en" messages={messages} zone="UTC">
        <CaseContext value={caseFor({ role: "specialist", commands: [] })}>
          <ReadBefore opinion="opinion" sheet={{ basis, state: "ready" }} />
        </CaseContext>
      </LanguageProvider>
    </QueryClientProvider>,
  );
  return asked;
}

test("whoever signs reads the whole report first, under the basis that they sign, and nothing says that it is signed", async () => {
  const asked = show("abc");
  expect(asked).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "Read it as it will be signed" }));
  expect(await screen.findByRole("heading", { level: 1, name: report.headline })).toBeTruthy();
  expect(asked).toEqual([expect.stringMatching(/\/opinions\/opinion\/signing\/report\?basis=abc$/)]);
  const text = screen.getByRole("region", { name: "Read it as it will be signed" }).textContent;
  expect(text).toContain("not signed yet. It will be version 1.");
  expect(text).toContain("MRI of the liver with hepatobiliary contrast");
  expect(screen.queryByText("Signed")).toBeNull();
});
