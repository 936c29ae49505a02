import { loadMessages } from "@consilium/language";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { LanguageProvider } from "../../app/language.tsx";
import { GuestPage } from "./guest-page.tsx";

const messages = await loadMessages("en");

/** The page at an address, where the server refuses for this reason. */
function show(hash: string, refusal: string): void {
  location.hash = hash;
  vi.stubGlobal("fetch", async () => Response.json({ refusal, sentence: "No." }, { status: 403 }));
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider env="test">
        <LanguageProvider language="en" messages={messages} zone="UTC">
          <GuestPage />
        </LanguageProvider>
      </MantineProvider>
    </QueryClientProvider>,
  );
}

test.each([
  ["forged", "#forged", "no-such-link", "This link opens nothing"],
  ["cut off", "#cut", "malformed-request", "This link opens nothing"],
  ["opened elsewhere", "#used", "guest-link-used", "This link was opened before"],
  ["taken back", "#over", "guest-link-over", "This invitation is over"],
  ["of a conference that is over", "#late", "guest-conference-ended", "The conference is over"],
  ["of a cancelled conference", "#none", "guest-conference-cancelled", "The conference was cancelled"],
  ["opened again when all is over", "", "guest-conference-ended", "The conference is over"],
  ["missing", "", "no-such-link", "There is no invitation at this address"],
])("a link that is %s says so, and what to do", async (_, hash, refusal, title) => {
  show(hash, refusal);
  const told = await screen.findByRole("alert");
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(title);
  expect(told.querySelector("p")?.textContent).toMatch(/\./);
  expect(location.hash).toBe("");
});
