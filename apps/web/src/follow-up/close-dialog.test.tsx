import { loadMessages } from "@consilium/language";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import { CloseDialog } from "./close-dialog.tsx";

const messages = await loadMessages("en");

test("an urgent finding that nobody has taken on is named as what must be done, and the rest as what to look at", async () => {
  const remaining = [
    { kind: "urgent", count: 1 },
    { kind: "visits", count: 2 },
  ];
  vi.stubGlobal("fetch", async () => Response.json({ visits: [], feedback: [], remaining }));
  render(
    <LanguageProvider language="en" messages={messages} zone="UTC">
      <MantineProvider env="test">
        <QueryClientProvider client={new QueryClient()}>
          <CloseDialog of={{ caseId: "one", seat: undefined }} onClose={() => {}} />
        </QueryClientProvider>
      </MantineProvider>
    </LanguageProvider>,
  );
  const urgent = await screen.findByText("Nobody has taken on an urgent finding");
  expect(urgent.closest("[data-tone]")?.getAttribute("data-tone")).toBe("stop");
  const wishes = screen.getByText("2 wishes for a visit have no answer");
  expect(wishes.closest("[data-tone]")?.getAttribute("data-tone")).toBe("warn");
});
