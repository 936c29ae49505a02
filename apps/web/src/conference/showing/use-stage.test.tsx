import { ConferenceRefused } from "@consilium/conference-client";
import type { Place } from "@consilium/workspace";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { act, render, screen } from "@testing-library/react";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { CaseContext } from "../../case/case-context.ts";
import { caseFor, type CaseParts } from "../../record/inventory/testing-case.ts";
import { type ConferenceRoom, type Presented, RoomContext } from "../room-context.ts";
import { type Stage, useStage } from "./use-stage.ts";

const refuse = () => Promise.reject(new ConferenceRefused("somebody-presents"));
const shown: Presented = { seat: "ben", item: "ct" };

interface Shown {
  readonly presented?: Presented | null;
  readonly address?: string;
  readonly role?: CaseParts["role"];
  readonly present?: ConferenceRoom["present"];
}

/** A stage of somebody whose own seat is `ada`, and how what is shown there changes. */
async function open({ presented = null, address = "/", role = "specialist", present }: Shown) {
  const places: (Place | null)[] = [];
  const presenting = vi.fn<ConferenceRoom["present"]>(present ?? (async () => {}));
  const now: { stage?: Stage; show?: (next: Presented | null) => void } = {};
  function OnStage() {
    now.stage = useStage();
    return <p>there</p>;
  }
  function Around() {
    const [seen, show] = useState<Presented | null>(presented);
    now.show = show;
    const room: ConferenceRoom = {
      conferenceId: "c",
      own: "ada",
      peers: [],
      presented: seen,
      may: ["present"],
      present: presenting,
      stopPresenting: async () => {},
    };
    return (
      <RoomContext value={room}>
        <OnStage />
      </RoomContext>
    );
  }
  const router = createRouter({
    routeTree: createRootRoute({ component: Around }),
    history: createMemoryHistory({ initialEntries: [address] }),
  });
  const client = { showPlace: (place: Place | null) => void places.push(place) };
  render(
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A part of a live case: what the stage asks of it.
    <CaseContext value={{ ...caseFor({ role, commands: [] }), client } as never}>
      {/* oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Smaller than the app's router. */}
      <RouterProvider router={router as never} />
    </CaseContext>,
  );
  await screen.findByText("there");
  const stage = (): Stage => {
    if (!now.stage) throw new Error("There is no stage");
    return now.stage;
  };
  const show = (next: Presented | null) => act(() => now.show?.(next));
  const goTo = (search: object) =>
    act(async () => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Its routes are not the app's.
      await router.navigate({ to: ".", search } as never);
    });
  return { stage, show, goTo, presenting, places, router };
}

test("what one opens is in the address, and seen by nobody else", async () => {
  const { stage, presenting, router } = await open({});
  await act(async () => stage().choose("mri"));
  await vi.waitFor(() => expect(stage().on).toEqual({ is: "own", item: "mri" }));
  expect(router.state.location.search).toMatchObject({ record: "mri" });
  expect(presenting).not.toHaveBeenCalled();
  await act(async () => stage().showToAll());
  expect(presenting.mock.calls).toEqual([["mri"]]);
});

test("whoever follows and does something by hand looks by themselves, until they follow again or another one shows something", async () => {
  const { stage, show } = await open({ presented: shown });
  expect(stage().together.following).toBe("ben");
  act(() => stage().together.follow(undefined));
  expect(stage().on).toMatchObject({ is: "apart", by: "ben", item: "ct" });
  act(() => stage().followAgain());
  expect(stage().on.is).toBe("following");
  act(() => stage().together.follow(undefined));
  show({ seat: "cy", item: "slide" });
  expect(stage().together.following).toBe("cy");
});

test("whoever had something else open before stays at what they followed, and comes to what they open then", async () => {
  const { stage } = await open({ presented: shown, address: "/?record=mri" });
  act(() => stage().together.follow(undefined));
  expect(stage().on).toMatchObject({ is: "apart", item: "ct" });
  await act(async () => stage().choose("slide"));
  await vi.waitFor(() => expect(stage().on).toMatchObject({ is: "apart", item: "slide" }));
});

test("who left somebody follows them again when they begin anew", async () => {
  const { stage, show } = await open({ presented: shown });
  act(() => stage().together.follow(undefined));
  show(null);
  show(shown);
  expect(stage().on.is).toBe("following");
});

test("another record that one chooses meanwhile is seen by oneself alone; the same one too", async () => {
  const { stage, presenting } = await open({ presented: shown, address: "/?record=mri" });
  await act(async () => stage().choose("mri"));
  expect(stage().on).toMatchObject({ is: "apart", item: "mri" });
  act(() => stage().followAgain());
  await act(async () => stage().choose("slide"));
  await vi.waitFor(() => expect(stage().on).toMatchObject({ is: "apart", item: "slide" }));
  expect(presenting).not.toHaveBeenCalled();
});

test("a link of the notes is looked at alone by whoever follows", async () => {
  const { stage, goTo } = await open({ presented: shown });
  await goTo({ record: "mri", evidence: "e" });
  await vi.waitFor(() => expect(stage().on).toMatchObject({ is: "apart", item: "mri" }));
});

test("whoever follows again leaves the place of the link", async () => {
  const { stage, goTo, router } = await open({ presented: shown });
  await goTo({ record: "mri", evidence: "e" });
  await vi.waitFor(() => expect(stage().on.is).toBe("apart"));
  await act(async () => stage().followAgain());
  await vi.waitFor(() => expect(router.state.location.search).not.toHaveProperty("evidence"));
  expect(stage().on.is).toBe("following");
});

test("whoever begins to show something while something lies open shows that, and then whatever they open", async () => {
  const { stage, show, presenting } = await open({ address: "/?record=mri" });
  show({ seat: "ada", item: null });
  await vi.waitFor(() => expect(presenting.mock.calls).toEqual([["mri"]]));
  show({ seat: "ada", item: "mri" });
  await act(async () => stage().choose("slide"));
  await vi.waitFor(() => expect(presenting.mock.calls).toEqual([["mri"], ["slide"]]));
});

test("one that the conference refuses says why", async () => {
  const { stage } = await open({ address: "/?record=mri", present: refuse });
  await act(async () => stage().showToAll());
  expect(stage().refused).toBe("somebody-presents");
});

test("whoever shows something says so with each place, and nobody else does", async () => {
  const { stage, show, places } = await open({ presented: shown });
  act(() => stage().together.show({ target: "ct" }));
  expect(stage().together.point).toBeUndefined();
  show({ seat: "ada", item: "ct" });
  act(() => stage().together.point?.({ x: 1, y: 2 }));
  expect(places).toEqual([
    { target: "ct" },
    { target: "ct", presenting: true },
    { target: "ct", presenting: true, pointer: { x: 1, y: 2 } },
  ]);
});

test("a guest has what is shown before them, whatever the address says", async () => {
  const { stage, show } = await open({ address: "/?record=mri", role: "guest" });
  expect(stage().on).toEqual({ is: "empty" });
  show(shown);
  expect(stage().on).toMatchObject({ is: "following", item: "ct" });
});
