import { loadMessages } from "@consilium/language";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import { CaseContext } from "../case/case-context.ts";
import { CaseMenu } from "../case/case-menu.tsx";
import { coordinates } from "../coordination/coordination-api.ts";
import { caseFor, type CaseParts } from "../record/inventory/testing-case.ts";
import { useMoreOfReport } from "./report-actions.tsx";
import type { ReportSummary } from "./use-report.ts";

const messages = await loadMessages("en");

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A part of a report: what the menu reads.
const report = { id: "report", opinion: "a", state: "current" } as ReportSummary;

/** What the bar of a signed report shows of it. */
function InBar() {
  const more = useMoreOfReport(report);
  return (
    <>
      <CaseMenu more={more?.menu} />
      {more?.dialogs}
    </>
  );
}

/** The buttons with which menus open. */
async function show(parts: CaseParts, hearing: string | null = null) {
  const open = caseFor(parts);
  const signed = { state: "signed" as const, interrupted: null, opinions: [], addenda: [] };
  const detail = { ...open.detail, ...signed, hearing };
  const router = createRouter({
    routeTree: createRootRoute({ component: InBar }),
    history: createMemoryHistory(),
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider env="test">
        <LanguageProvider language="en" messages={messages} zone="UTC">
          <CaseContext value={{ ...open, detail }}>
            {/* oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Smaller than the app's router. */}
            <RouterProvider router={router as never} />
          </CaseContext>
        </LanguageProvider>
      </MantineProvider>
    </QueryClientProvider>,
  );
  const buttons = await screen.findAllByRole("button");
  return buttons.filter((button) => button.getAttribute("aria-haspopup") === "menu");
}

const itemsOf = async (menu: HTMLElement) => {
  fireEvent.click(menu);
  const items = await screen.findAllByRole("menuitem");
  return items.map(({ textContent }) => textContent);
};

test("who coordinates a case has one menu at its report: what can be done with that, and with the case", async () => {
  const [menu, ...others] = await show({
    role: "coordinator",
    commands: [coordinates, "share a report by a link"],
  });
  expect(others).toEqual([]);
  if (!menu) throw new Error("There is no menu");
  expect(await itemsOf(menu)).toEqual(["Print", "Share with another doctor…", "Triage"]);
  expect(screen.getByText("Report")).toBeTruthy();
});

test("for all others the menu is the report's own", async () => {
  const [menu, ...others] = await show({ role: "referrer", commands: [] });
  expect(others).toEqual([]);
  if (!menu) throw new Error("There is no menu");
  expect(menu.getAttribute("aria-label")).toBe("More for this report");
  expect(await itemsOf(menu)).toEqual(["Print"]);
});

test.for([
  ["after somebody has called", /^How they want to hear it: after somebody has called\./],
  [null, /^They have not said how they want to hear it\./],
] as const)(
  "who says that the patient was told reads how they want to hear it: %s",
  async ([hearing, said]) => {
    const [menu] = await show({ role: "care-team", commands: ["tell the result"] }, hearing);
    if (!menu) throw new Error("There is no menu");
    fireEvent.click(menu);
    fireEvent.click(await screen.findByRole("menuitem", { name: "The patient was told…" }));
    expect(await screen.findByText(said)).toBeTruthy();
  },
);
