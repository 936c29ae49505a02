import type { CaseState } from "@consilium/clinical";
import { loadMessages } from "@consilium/language";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import { CaseSteps } from "./case-steps.tsx";

const messages = await loadMessages("en");

/** Returns the steps that reached the server. */
function show(state: CaseState): string[] {
  const steps: string[] = [];
  vi.stubGlobal("fetch", async (url: string, { body }: RequestInit = {}) => {
    if (new URL(url).pathname.endsWith("/follow-up"))
      return Response.json({ visits: [], feedback: [], remaining: [{ kind: "visits", count: 1 }] });
    if (typeof body === "string") steps.push(body);
    return Response.json({ state: "closed" });
  });
  render(
    <LanguageProvider language="en" messages={messages} zone="UTC">
      <MantineProvider env="test">
        <QueryClientProvider client={new QueryClient()}>
          <CaseSteps of={{ caseId: "one", seat: undefined }} state={state} interrupted={null} hasAuthor />
        </QueryClientProvider>
      </MantineProvider>
    </LanguageProvider>,
  );
  return steps;
}

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

test("a case in follow-up is closed only after what is still open was said", async () => {
  const steps = show("follow-up");
  press("Close the case…");
  await screen.findByText("A wish for a visit has no answer");
  expect(steps).toEqual([]);
  press("Close it all the same");
  await waitFor(() => expect(steps).toEqual([JSON.stringify({ to: "closed", reason: null })]));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("one that was declined is closed at once", async () => {
  const steps = show("declined");
  press("Close the case");
  await waitFor(() => expect(steps).toHaveLength(1));
});
