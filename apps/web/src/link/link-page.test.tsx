import { loadMessages } from "@consilium/language";
import { buildReport } from "@consilium/report";
import { sampleInput } from "@consilium/report/testing";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import { LinkPage } from "./link-page.tsx";

const messages = await loadMessages("en");
const report = buildReport(sampleInput);
const [signer] = report.signers;

const addendum = (at: string, words: string) => ({
  digest: at,
  code: "7f3a-91c0-4be2",
  text: {
    form: "addendum/1",
    language: "en",
    signedAt: at,
    signer,
    places: [],
    text: [
      {
        type: "paragraph",
        content: [{ type: "text", text: words, bold: false, italic: false, href: null }],
      },
    ],
  },
});

/** As whoever was told the passcode, on the page of the link. */
async function open(addenda: readonly object[]): Promise<void> {
  location.hash = "#token";
  vi.stubGlobal("fetch", (url: string | URL) => {
    if (!new URL(url).pathname.endsWith("/links/opening")) return new Promise(() => {});
    const answer = {
      report,
      images: {},
      addenda,
      digest: "d",
      code: "7f3a-91c0-4be2",
      state: "current",
      changedAt: null,
      reason: null,
      expires: "2099-01-01T09:00:00.000Z",
    };
    return Promise.resolve(Response.json(answer));
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <LanguageProvider language="en" messages={messages} zone="UTC">
        <LinkPage />
      </LanguageProvider>
    </QueryClientProvider>,
  );
  fireEvent.change(screen.getByLabelText(/^Passcode/), { target: { value: "123456" } });
  fireEvent.click(screen.getByRole("button", { name: "Open the report" }));
  await screen.findByText(/^You can open it/);
}

test("by a link one reads what was added to the report since, by name and date, in its order", async () => {
  await open([
    addendum("2026-11-29T12:00:00.000Z", "The MRI arrived."),
    addendum("2026-11-30T12:00:00.000Z", "It confirms the plan."),
  ]);
  const added = await screen.findByRole("region", { name: "Added since, 2 times" });
  const each = within(added).getAllByRole("article");
  expect(each.map(({ textContent }) => textContent?.includes(signer?.name ?? "nobody"))).toEqual([
    true,
    true,
  ]);
  expect(each[0]?.textContent).toContain("The MRI arrived.");
  expect(each[1]?.textContent).toContain("It confirms the plan.");
});

test("where nothing was added nothing is said of it", async () => {
  await open([]);
  expect(screen.queryByText(/^Added since/)).toBeNull();
});
