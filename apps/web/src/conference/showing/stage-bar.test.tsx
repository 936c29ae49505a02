import { loadMessages } from "@consilium/language";
import type { SeatPlace } from "@consilium/workspace";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { LanguageProvider } from "../../app/language.tsx";
import { CaseContext } from "../../case/case-context.ts";
import { caseFor, cameRecord } from "../../record/inventory/testing-case.ts";
import { recordsQuery } from "../../record/record-query.ts";
import { type ConferenceRoom, RoomContext } from "../room-context.ts";
import { StageBar } from "./stage-bar.tsx";
import type { StageOf } from "./stage-of.ts";
import type { Stage } from "./use-stage.ts";

const messages = await loadMessages("en");

const letter = "01KDVDNA00C4XGHYWM6EBF33TC";
const guest = "01KDVDNA00C4XGHYWM6EBF33TG";

const room: ConferenceRoom = {
  conferenceId: letter,
  own: "specialist",
  peers: [{ seat: guest, name: "Rafael", party: "guest", at: "in", handSince: null }],
  presented: null,
  may: ["present"],
  present: async () => {},
  stopPresenting: async () => {},
};

function show(on: StageOf, places: readonly SeatPlace[] = []) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  queries.setQueryData(recordsQuery("case", undefined).queryKey, [cameRecord(letter, "Clinic letter")]);
  const presence = { subscribe: () => () => {}, getSnapshot: () => places };
  const acts = {
    choose: vi.fn<Stage["choose"]>(),
    showToAll: vi.fn<() => void>(),
    stopShowing: vi.fn<() => void>(),
    followAgain: vi.fn<() => void>(),
  };
  const together = { following: undefined, follow: () => {}, show: () => {}, point: undefined };
  const specialists = caseFor({ role: "specialist", commands: [] });
  const detail = { ...specialists.detail, opinions: [] };
  const open = { ...specialists, detail, client: { presence } };
  render(
    <QueryClientProvider client={queries}>
      <MantineProvider env="test">
        <LanguageProvider language="en" messages={messages} zone="UTC">
          {/* oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A part of a live case: who is where. */}
          <CaseContext value={open as never}>
            <RoomContext value={room}>
              <StageBar stage={{ on, ...acts, refused: null, together }} />
            </RoomContext>
          </CaseContext>
        </LanguageProvider>
      </MantineProvider>
    </QueryClientProvider>,
  );
  return acts;
}

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

test("whoever follows is told who shows what, and where in it", () => {
  const at = { target: letter, place: "page/3" };
  show({ is: "following", by: "referrer", item: letter }, [{ seat: "referrer", name: "The referrer", at }]);
  expect(screen.getByRole("status").textContent).toBe("The referrer shows Clinic letter, 2 Nov");
  expect(screen.getByText(", page 3")).toBeDefined();
  expect(screen.getByText("You follow. Scroll to look by yourself.")).toBeDefined();
});

test("whoever looks by themselves may follow again; a guest has the name that the conference knows", () => {
  const { followAgain } = show({ is: "apart", by: guest, shown: letter, item: letter });
  expect(screen.getByRole("status").textContent).toContain("Rafael shows");
  press("Follow again");
  expect(followAgain).toHaveBeenCalledOnce();
});

test("an opinion that is being written is not said to be shown to all", () => {
  show({ is: "showing", item: `opinion.${letter}` });
  expect(screen.getByRole("status").textContent).toBe(
    "You show the opinion to those who may read it as it is written.",
  );
  cleanup();
  show({ is: "following", by: "referrer", item: `opinion.${letter}` });
  expect(screen.getByRole("status").textContent).toBe("The referrer shows the opinion");
});

test("what is open to oneself is shown to all with one press, and taken away with another", () => {
  const { showToAll } = show({ is: "own", item: letter });
  press("Show to all");
  expect(showToAll).toHaveBeenCalledOnce();
  cleanup();
  const { stopShowing } = show({ is: "showing", item: letter });
  expect(screen.getByRole("status").textContent).toBe("You show Clinic letter, 2 Nov to all.");
  press("Stop showing");
  expect(stopShowing).toHaveBeenCalledOnce();
});

test("a record is chosen from those of the case", async () => {
  const { choose } = show({ is: "own", item: letter });
  press("Another record");
  fireEvent.click(await screen.findByRole("button", { name: /Clinic letter/ }));
  expect(choose).toHaveBeenCalledWith(letter);
});
