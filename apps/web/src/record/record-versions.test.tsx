import { loadMessages } from "@consilium/language";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { fireEvent, render, screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import { CaseContext } from "../case/case-context.ts";
import { caseFor, cameRecord, type CaseParts } from "./inventory/testing-case.ts";
import { type CaseRecord, earlierQuery, recordsQuery } from "./record-query.ts";
import { RecordVersions } from "./record-versions.tsx";
import { study } from "./testing-records.ts";

const messages = await loadMessages("en");

const newest = cameRecord("1", "Clinic letter");
const autumn = { ...cameRecord("2", "Letter of autumn"), date: "2026-10-02" };
const spring = { ...cameRecord("3", "Letter of spring"), date: "2026-03-02" };
const images = { ...cameRecord("4", "Images"), ...study("4") };
const coordinator: CaseParts = { role: "coordinator", commands: ["add a record"] };

function show(parts: CaseParts, record: CaseRecord = newest) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  queries.setQueryData(recordsQuery("case", undefined).queryKey, [newest, spring, autumn, images]);
  for (const earlier of [autumn, spring])
    queries.setQueryData(earlierQuery("case", undefined, earlier.id).queryKey, earlier);
  const root = createRootRoute({ component: () => <RecordVersions record={record} /> });
  const router = createRouter({ routeTree: root, history: createMemoryHistory() });
  render(
    <QueryClientProvider client={queries}>
      <MantineProvider env="test">
        <LanguageProvider language="en" messages={messages} zone="UTC">
          <CaseContext value={caseFor(parts)}>
            {/* oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Smaller than the app's router. */}
            <RouterProvider router={router as never} />
          </CaseContext>
        </LanguageProvider>
      </MantineProvider>
    </QueryClientProvider>,
  );
}

/** What the server is asked, and what it answers. */
function serve(answer: () => Response): readonly string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: string | URL, init: RequestInit = {}) => {
    asked.push(`${init.method} ${new URL(url).pathname}`);
    return init.method === "POST" ? answer() : Response.json({ items: [], next: null });
  });
  return asked;
}

const open = async () => {
  fireEvent.click(await screen.findByRole("button", { name: "Replaces an earlier record…" }));
  return screen.findByRole("dialog", { name: "Which record does “Clinic letter” replace?" });
};

test("the records of its kind are offered, the newest first, and the one that is chosen is replaced", async () => {
  const asked = serve(() => Response.json({}));
  show(coordinator);
  const dialog = await open();
  const offered = within(dialog).getByRole("list");
  expect(
    within(offered)
      .getAllByRole("button")
      .map((button) => button.textContent),
  ).toEqual([expect.stringContaining("Letter of autumn"), expect.stringContaining("Letter of spring")]);
  fireEvent.click(within(offered).getByRole("button", { name: /Letter of spring/ }));
  await vi.waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(asked[0]).toBe("POST /api/cases/case/records/1/earlier/3");
});

test("where the server refuses, the dialog stays and says why", async () => {
  serve(() => Response.json({ reason: "changed-since" }, { status: 409 }));
  show(coordinator);
  const dialog = await open();
  fireEvent.click(within(dialog).getByRole("button", { name: /Letter of autumn/ }));
  expect((await within(dialog).findByRole("alert")).textContent).not.toBe("");
  expect(screen.getByRole("dialog")).toBeTruthy();
});

test("where a record replaces several, each is called by its title and its date", async () => {
  show(coordinator, { ...newest, replaces: ["2", "3"] });
  await screen.findByRole("link", { name: "Earlier version: Letter of autumn, 2 Oct 2026" });
  expect(screen.getByRole("link", { name: "Earlier version: Letter of spring, 2 Mar 2026" })).toBeTruthy();
});

test("a patient is not asked of what others handed over", async () => {
  show({ role: "patient", commands: ["add a record"] }, { ...newest, replaces: ["2"] });
  await screen.findByRole("link", { name: /^Earlier version/ });
  expect(screen.queryByRole("button", { name: "Replaces an earlier record…" })).toBeNull();
});
