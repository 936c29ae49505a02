import { cleanup, fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { RoomAround } from "../room/room-around.tsx";
import { openTestRoom, other, own, peerOf } from "../room/testing-live.tsx";
import { CallAround } from "./call-around.tsx";
import { CallPhone } from "./call-phone.tsx";
import { useMiddle } from "./use-middle.ts";

const third = "01KDVDNA00TN9P6MHT5FWG4V03";
const camera = (seat: string) => ({
  producer: `camera-${seat}`,
  seat,
  kind: "video" as const,
  source: "camera" as const,
  paused: false,
});

const Phone = () => <CallPhone middle={useMiddle()} stage={() => {}} notes={<p>The notes</p>} />;

const page = (
  <RoomAround>
    <CallAround>
      <Phone />
    </CallAround>
  </RoomAround>
);

test("who speaks is large, and the others are named", () => {
  const doctor = peerOf(other, { name: "Dr Tomasz Wierzbicki", party: "host" });
  const interpreter = peerOf(third, { name: "Rafael Bento", party: "guest" });
  openTestRoom({ may: ["present"], speaker: third, faced: third }, [peerOf(own), doctor, interpreter]).show(
    page,
  );
  expect(screen.getByText("Rafael Bento", { selector: "b" }).parentElement?.textContent).toBe(
    "Rafael Bento speaks",
  );
  expect(screen.getByText("With Dr Tomasz Wierzbicki")).toBeTruthy();
});

test("pictures of those who are not large are not wished, also before they come", () => {
  const streams = new Map([other, third].map((seat) => [`camera-${seat}`, camera(seat)]));
  const { show, wished } = openTestRoom({ streams, faced: other }, [
    peerOf(own),
    peerOf(other),
    peerOf(third),
  ]);
  show(page);
  expect(wished).toEqual([`camera-${third} null`]);
});

test("of many who are there the first are named, and the others counted", () => {
  const many = Array.from({ length: 8 }, (_, at) =>
    peerOf(`01KDVDNA00TN9P6MHT5FWG4V1${at}`, { name: `P${at}` }),
  );
  openTestRoom({}, [peerOf(own), ...many]).show(page);
  expect(screen.getByText("With P1, P2, P3 and 4 others")).toBeTruthy();
});

test("a patient has a question, a clinician a hand", () => {
  const patient = openTestRoom({ may: ["present"] }, [peerOf(own)]);
  patient.show(page);
  fireEvent.click(screen.getByRole("button", { name: "I have a question" }));
  expect(patient.asked).toEqual(["raiseHand true"]);
  cleanup();
  openTestRoom({ may: ["admit"] }, [peerOf(own, { party: "host", handSince: 1 })]).show(page);
  expect(screen.getByRole("button", { name: "Lower hand" })).toBeTruthy();
});

test("who of the others has a hand up is named", () => {
  const asks = peerOf(other, { handSince: 1 });
  openTestRoom({ may: ["admit"] }, [peerOf(own, { party: "host" }), asks]).show(page);
  expect(screen.getByText("Hand up: Marisol Quintana")).toBeTruthy();
});

test("the notes are a touch away", async () => {
  openTestRoom({ may: ["present"] }, [peerOf(own)]).show(page);
  fireEvent.click(screen.getByRole("button", { name: "More" }));
  fireEvent.click(await screen.findByRole("menuitem", { name: "Notes" }));
  expect(await screen.findByText("The notes")).toBeTruthy();
});

test("a clinician takes somebody out from the list of who is here, asked once more", async () => {
  const room = openTestRoom({ may: ["admit", "remove"] }, [peerOf(own, { party: "host" }), peerOf(other)]);
  room.show(page);
  fireEvent.click(screen.getByRole("button", { name: "More" }));
  fireEvent.click(await screen.findByRole("menuitem", { name: "Who is here…" }));
  fireEvent.click(await screen.findByRole("button", { name: "What can be done for Marisol Quintana" }));
  fireEvent.click(await screen.findByRole("menuitem", { name: "Take Marisol Quintana out…" }));
  expect(room.asked).toEqual([]);
  fireEvent.click(await screen.findByRole("button", { name: "Take them out" }));
  expect(room.asked).toEqual([`remove ${other}`]);
});

test.each([3_600_000, -3_600_000])(
  "a clock that is %d ms ahead does not make it longer or shorter",
  (clockAhead) => {
    const begunAt = new Date(Date.parse("2026-11-25T14:40:00Z") - clockAhead);
    openTestRoom({ clockAhead }, [peerOf(own)], { begunAt }).show(page);
    expect(screen.getByRole("timer").textContent).toBe("10 minutes");
  },
);
