import { loadMessages } from "@consilium/language";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { expect, test } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import { CaseContext } from "../case/case-context.ts";
import { type Threads, ThreadsContext } from "../thread/threads-context.ts";
import { caseFor, cameRecord } from "./inventory/testing-case.ts";
import { RailAround } from "./rail-around.tsx";
import { RecordRail } from "./record-rail.tsx";

const messages = await loadMessages("en");

const records = [cameRecord("1", "Clinic letter"), cameRecord("2", "Operation note")];

const threads: Threads = {
  target: "records",
  threads: [],
  openId: undefined,
  open: () => {},
  draft: undefined,
  compose: () => {},
  write: () => Promise.reject(new Error("Nothing is written here")),
  rightsOf: () => {
    throw new Error("There is no thread");
  },
  audiences: [],
  maySuggest: false,
};

/** The list as a window that crosses a width mounts it elsewhere. */
function Turned() {
  const [layout, setLayout] = useState("rail");
  return (
    <>
      <button type="button" onClick={() => setLayout("sheet")}>
        Turn
      </button>
      <RecordRail key={layout} records={records} openRecord={undefined} isBeside={false} level={2} />
    </>
  );
}

async function show() {
  const root = createRootRoute({
    component: () => (
      <RailAround>
        <Turned />
      </RailAround>
    ),
  });
  const router = createRouter({ routeTree: root, history: createMemoryHistory() });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider env="test">
        <LanguageProvider language="en" messages={messages} zone="UTC">
          <CaseContext value={caseFor({ role: "specialist", commands: [] })}>
            <ThreadsContext value={threads}>
              {/* oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Smaller than the app's router. */}
              <RouterProvider router={router as never} />
            </ThreadsContext>
          </CaseContext>
        </LanguageProvider>
      </MantineProvider>
    </QueryClientProvider>,
  );
  return screen.findByRole("searchbox");
}

test("what is searched for in the list of records stays when the window is turned", async () => {
  fireEvent.change(await show(), { target: { value: "letter" } });
  expect(screen.queryByText("Operation note")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Turn" }));
  expect(screen.getByRole("searchbox")).toHaveProperty("value", "letter");
  expect(screen.getByText("Clinic letter")).toBeTruthy();
  expect(screen.queryByText("Operation note")).toBeNull();
});
