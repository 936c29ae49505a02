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
async function show(parts: CaseParts) {
  const open = caseFor(parts);
  const detail = { ...open.detail, state: "signed" as const, interrupted: null, opinions: [], addenda: [] };
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
