import { loadMessages } from "@consilium/language";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import { CaseContext } from "../case/case-context.ts";
import { caseFor } from "../record/inventory/testing-case.ts";
import { HearingSection, type HearingSectionProps } from "./hearing-section.tsx";

const messages = await loadMessages("en");
const may = ["change how the patient hears the result"];

/** Returns what reached the server, which keeps it. */
function show(whose: HearingSectionProps["whose"], commands: readonly string[], before?: string): unknown[] {
  const sent: unknown[] = [];
  let hearing = before;
  vi.stubGlobal("fetch", async (url: string, { method, body }: RequestInit = {}) => {
    if (method !== "PUT" || typeof body !== "string") return Response.json({ hearing });
    const said: unknown = JSON.parse(body);
    sent.push([new URL(url).pathname, said]);
    hearing = "with-own-doctor";
    return Response.json(said);
  });
  const role = whose === "own" ? "patient" : "coordinator";
  render(
    <LanguageProvider language="en" messages={messages} zone="UTC">
      <MantineProvider env="test">
        <QueryClientProvider client={new QueryClient()}>
          <CaseContext value={caseFor({ role, commands })}>
            <HearingSection whose={whose} className="section" />
          </CaseContext>
        </QueryClientProvider>
      </MantineProvider>
    </LanguageProvider>,
  );
  return sent;
}

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

test.for([
  ["own", "After somebody has called", "Together with my own doctor"],
  ["other", "After somebody has called them", "Together with their own doctor"],
] as const)("how the result is heard is changed until it is signed: %s", async ([whose, was, is]) => {
  const sent = show(whose, may, "after-call");
  await screen.findByText(was);
  press("Change it…");
  fireEvent.click(await screen.findByRole("radio", { name: is }));
  press("Change it");
  await waitFor(() => expect(sent).toEqual([["/api/cases/case/hearing", { hearing: "with-own-doctor" }]]));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await screen.findByText(is);
});

test("who may not change it, or no longer, reads it alone; that nothing was said is said", async () => {
  show("other", []);
  await screen.findByText("They have not said it.");
  expect(screen.queryByRole("button")).toBeNull();
});
