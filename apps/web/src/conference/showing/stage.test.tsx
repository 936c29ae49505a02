import { loadMessages } from "@consilium/language";
import type { Place, SeatPlace } from "@consilium/workspace";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { LanguageProvider } from "../../app/language.tsx";
import { CaseContext } from "../../case/case-context.ts";
import { caseFor, type CaseParts } from "../../record/inventory/testing-case.ts";
import { recordQuery, recordsQuery } from "../../record/record-query.ts";
import { testRecord } from "../../record/testing-records.ts";
import { type ConferenceRoom, type Presented, RoomContext } from "../room-context.ts";
import { Stage } from "./stage.tsx";

const messages = await loadMessages("en");

const id = "01KDVDNA00C4XGHYWM6EBF33TC";
const blocks = [{ type: "paragraph", text: "She came in May." }];
const letter = {
  ...testRecord(id, "note", { blocks, pages: null }, { title: "Clinic letter" }),
  added: "2026-11-02T09:00:00.000Z",
  by: "referrer",
  request: null,
  replaces: [],
};
const here: SeatPlace = { seat: "referrer", name: "The referrer", at: { target: id, place: "text/0" } };

/** A live case with nobody's documents in it: what of it is shown are its records. */
function liveCase(role: CaseParts["role"], places: (Place | null)[]) {
  const open = caseFor({ role, commands: [] });
  const presence = { subscribe: () => () => {}, getSnapshot: () => seen };
  const opening = { phase: "opening" };
  return {
    ...open,
    detail: { ...open.detail, opinions: [], layers: [], documents: [], state: "in-review", addenda: [] },
    client: { presence, showPlace: (place: Place | null) => void places.push(place) },
    shelf: { subscribe: () => () => {}, stateOf: () => opening, documentOf: () => undefined },
  };
}
const seen: readonly SeatPlace[] = [here];

function show(presented: Presented | null, role: CaseParts["role"] = "specialist") {
  const places: (Place | null)[] = [];
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  if (role === "guest") queries.setQueryData(recordQuery("case", undefined, id).queryKey, letter);
  else queries.setQueryData(recordsQuery("case", undefined).queryKey, [letter]);
  const asked = vi.fn<(url: unknown) => Promise<Response>>(async () =>
    Response.json({ items: [], next: null }),
  );
  vi.stubGlobal("fetch", asked);
  const room: ConferenceRoom = {
    conferenceId: "c",
    own: role,
    peers: [],
    presented,
    may: role === "guest" ? [] : ["present"],
    present: async () => {},
    stopPresenting: async () => {},
  };
  const router = createRouter({
    routeTree: createRootRoute({ component: Stage }),
    history: createMemoryHistory(),
  });
  render(
    <QueryClientProvider client={queries}>
      <MantineProvider env="test">
        <LanguageProvider language="en" messages={messages} zone="UTC">
          {/* oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A part of a live case. */}
          <CaseContext value={liveCase(role, places) as never}>
            <RoomContext value={room}>
              {/* oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Smaller than the app's router. */}
              <RouterProvider router={router as never} />
            </RoomContext>
          </CaseContext>
        </LanguageProvider>
      </MantineProvider>
    </QueryClientProvider>,
  );
  return { places, asked };
}

test("what somebody shows lies open before whoever follows, until they do something there by hand", async () => {
  show({ seat: "referrer", item: id });
  const words = await screen.findByText("She came in May.");
  expect(screen.getByText("You follow. Scroll to look by yourself.")).toBeDefined();
  act(() => void fireEvent.wheel(words));
  expect(await screen.findByText("You look by yourself.")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Follow again" }));
  expect(await screen.findByText("You follow. Scroll to look by yourself.")).toBeDefined();
});

test("nobody shows anything: the records of the case are offered, and one opens for oneself", async () => {
  const { places } = show(null);
  fireEvent.click(await screen.findByRole("button", { name: /Clinic letter/ }));
  expect(await screen.findByText("She came in May.")).toBeDefined();
  expect(screen.getByRole("button", { name: "Show to all" })).toBeDefined();
  expect(places.at(-1)).toMatchObject({ target: "records", place: id });
});

test("a guest reads the one record that is shown, and asks for no list", async () => {
  const { asked } = show({ seat: "referrer", item: id }, "guest");
  expect(await screen.findByText("She came in May.")).toBeDefined();
  expect(screen.queryByRole("button", { name: "Another record" })).toBeNull();
  expect(asked.mock.calls.map(([url]) => String(url))).toEqual([]);
});

test("before anything was chosen one is told so", async () => {
  show({ seat: "referrer", item: null });
  expect((await screen.findByRole("status")).textContent).toBe("The referrer is choosing what to show.");
});
