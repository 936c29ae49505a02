import { loadMessages } from "@consilium/language";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import type { BoardItem } from "./board-query.ts";
import { DoNowTable } from "./do-now-table.tsx";

const messages = await loadMessages("en");

const wish: BoardItem["doNow"][number] = {
  what: "visit",
  severity: "soon",
  at: new Date().toISOString(),
  clock: null,
  about: "wish",
  name: null,
  count: null,
};
const item: Partial<BoardItem> = {
  id: "case",
  title: "A case",
  patient: { name: "Marisol", initials: "M", born: null, sex: null },
  clocks: [],
  seats: [],
  doNow: [wish],
};

test("a wish for a visit that nobody has answered leads to its case, where it is answered", async () => {
  const router = createRouter({
    routeTree: createRootRoute({
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A part of a case: what the table reads.
      component: () => <DoNowTable items={[item as BoardItem]} />,
    }),
    history: createMemoryHistory(),
  });
  render(
    <LanguageProvider language="en" messages={messages} zone="UTC">
      {/* oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Smaller than the app's router. */}
      <RouterProvider router={router as never} />
    </LanguageProvider>,
  );
  expect(await screen.findByText(/^The patient's side wishes for a visit/)).toBeTruthy();
  expect(screen.getByText("Since today")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Answer it" }).getAttribute("href")).toBe("/cases/case");
});
