import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { turnTo } from "../../testing/make-fresh.ts";
import { RoomAround } from "../room/room-around.tsx";
import { openTestRoom, other, own, peerOf } from "../room/testing-live.tsx";
import { CallPage } from "./call-page.tsx";

const page = (
  <RoomAround>
    <CallPage stage={<p>The stage</p>} notes={<textarea aria-label="Notes" />} />
  </RoomAround>
);
const host = peerOf(own, { party: "host" });
const may = ["admit", "mute", "remove", "end", "present", "share-screen"] as const;
const spoken = { producer: "p", seat: other, kind: "audio", source: "microphone", paused: false } as const;

test("a clinician lets in who waits, or does not; whoever is no clinician is not asked", () => {
  const waiting = peerOf(other, { at: "waiting" });
  const room = openTestRoom({ may: [...may] }, [host, waiting]);
  room.show(page);
  expect(screen.getByText("Marisol Quintana", { selector: "b" })).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Admit Marisol Quintana" }));
  fireEvent.click(screen.getByRole("button", { name: "Do not let Marisol Quintana in" }));
  expect(room.asked).toEqual([`admit ${other}`, `deny ${other}`]);
  cleanup();
  openTestRoom({ may: ["present"] }, [peerOf(own), waiting]).show(page);
  expect(screen.queryByRole("button", { name: "Admit Marisol Quintana" })).toBeNull();
});

test("M, V and H are keys of the call, but not while one writes", async () => {
  const room = openTestRoom({ may: [...may] }, [host]);
  room.show(page);
  fireEvent.keyDown(document.body, { key: "h" });
  expect(room.asked).toEqual(["raiseHand true"]);
  fireEvent.keyDown(document.body, { key: "m" });
  await waitFor(() => expect(room.devices.state.getSnapshot().microphone.is).toBe("failed"));
  const notes = screen.queryByRole("textbox", { name: "Notes" });
  if (notes) fireEvent.keyDown(notes, { key: "h" });
  expect(room.asked).toEqual(["raiseHand true"]);
});

test("somebody who speaks is marked, and a microphone that is off, a hand and a lost line are said", () => {
  const away = peerOf(other, { at: "reconnecting", handSince: 1 });
  const room = openTestRoom(
    { may: [...may], speaker: other, streams: new Map([["p", { ...spoken, paused: true }]]) },
    [host, away],
  );
  const { container } = room.show(page);
  expect(container.querySelectorAll("[data-speaks]")).toHaveLength(1);
  expect(screen.getByText("Microphone off", { selector: "[data-speaks] *" })).toBeTruthy();
  expect(screen.getByText("Hand up")).toBeTruthy();
  expect(screen.getByText("Has lost the line for a moment")).toBeTruthy();
});

test("what is shown to all comes to the middle, and one can look at faces again", () => {
  const room = openTestRoom({ may: [...may], presented: { seat: other, item: null } }, [host, peerOf(other)]);
  room.show(page);
  expect(screen.getByRole("radio", { name: "Records" })).toHaveProperty("checked", true);
  fireEvent.click(screen.getByRole("radio", { name: "Faces" }));
  expect(screen.getByText("The stage").closest("[hidden]")).not.toBeNull();
});

/** Of a picture that begins in the middle each time it is opened. */
function Slices() {
  const [slice, show] = useState(3);
  return (
    <button type="button" onClick={() => show(slice + 1)}>
      Slice {slice}
    </button>
  );
}

test("what lies open goes on where a device that is turned has another layout", async () => {
  const room = openTestRoom({ may: [...may], presented: { seat: other, item: null } }, [host, peerOf(other)]);
  const { container } = room.show(
    <RoomAround>
      <CallPage stage={<Slices />} notes={null} />
    </RoomAround>,
  );
  fireEvent.click(screen.getByRole("button", { name: "Slice 3" }));
  for (const [width, layout] of [
    [390, ".phone-main .call-stage"],
    [1440, ".call-middle .call-stage"],
  ] as const) {
    act(() => turnTo({ width }));
    await waitFor(() => expect(container.querySelector(layout)?.textContent).toBe("Slice 4"));
  }
});

test("what one chose to look at is looked at in the other layout too", async () => {
  const room = openTestRoom({ may: [...may], presented: { seat: other, item: null } }, [host, peerOf(other)]);
  const { container } = room.show(
    <RoomAround>
      <CallPage stage={<p>The stage</p>} notes={null} />
    </RoomAround>,
  );
  fireEvent.click(screen.getByRole("radio", { name: "Faces" }));
  act(() => turnTo({ width: 390 }));
  await waitFor(() => expect(container.querySelector(".phone-main[data-faces]")).not.toBeNull());
  act(() => turnTo({ width: 1440 }));
  await waitFor(() => expect(screen.getByRole("radio", { name: "Faces" })).toHaveProperty("checked", true));
});

test("ending it for all is asked once more", async () => {
  const room = openTestRoom({ may: [...may] }, [host]);
  room.show(page);
  fireEvent.click(screen.getByRole("button", { name: "More" }));
  fireEvent.click(await screen.findByRole("menuitem", { name: "End for all…" }));
  expect(room.asked).toEqual([]);
  fireEvent.click(await screen.findByRole("button", { name: "End for all" }));
  expect(room.asked).toEqual(["end"]);
});

test("a guest shows and shares nothing", () => {
  openTestRoom({ may: [] }, [peerOf(own, { party: "guest" })]).show(page);
  expect(screen.queryByRole("button", { name: "Present" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Share screen" })).toBeNull();
  expect(screen.getByRole("button", { name: "Hand" })).toBeTruthy();
});

test("a lost line is said, and the place is kept", () => {
  openTestRoom({ may: [...may], line: "lost" }, [host]).show(page);
  expect(screen.getByRole("alert").textContent).toBe(
    "Looking for the line… You keep your place. Nobody has to let you in again.",
  );
});

test("whoever is in without video knows that it comes by itself, and may ask for it", () => {
  openTestRoom({ carrying: "failed", media: { is: "building", because: "" } }, [host]).show(page);
  expect(screen.getByText("Video is being made ready on this server.").closest("p")?.textContent).toMatch(
    /Sound and pictures come by themselves\.$/,
  );
  cleanup();
  const room = openTestRoom({ carrying: "failed", media: { is: "unavailable", because: "" } }, [host]);
  room.show(page);
  expect(screen.getByText("This server has no video at the moment.")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(room.asked).toEqual(["tryAgain"]);
});

const hour = 3_600_000;

test.each([
  ["ahead", hour, "13:50 of 14:10"],
  ["behind", -hour, "15:50 of 16:10"],
] as const)(
  "where the clock of a device is an hour %s, how long it goes on and until when is right",
  (_, clockAhead, clock) => {
    const begunAt = new Date(Date.parse("2026-11-25T14:40:00Z") - clockAhead);
    openTestRoom({ clockAhead }, [host], { startsAt: begunAt, begunAt }).show(page);
    expect(screen.getByRole("timer").textContent).toBe("Live 10:00");
    expect(screen.getByText(clock)).toBeTruthy();
  },
);

test("where nobody says since when it goes on, it goes on since one came in, whatever the device's clock", () => {
  vi.useFakeTimers({ now: new Date("2026-11-25T14:50:00Z") });
  openTestRoom({ clockAhead: hour }, [host], { begunAt: null }).show(page);
  act(() => void vi.advanceTimersByTime(5000));
  expect(screen.getByRole("timer").textContent).toBe("Live 0:05");
});
