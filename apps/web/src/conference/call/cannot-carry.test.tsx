import type { Stream } from "@consilium/conference";
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { RoomAround } from "../room/room-around.tsx";
import type { RoomState } from "../room/room-state.ts";
import { openTestRoom, other, own, peerOf } from "../room/testing-live.tsx";
import { CallAround } from "./call-around.tsx";
import { CallPage } from "./call-page.tsx";
import { CallPhone } from "./call-phone.tsx";
import { useMiddle } from "./use-middle.ts";

const third = "01KDVDNA00TN9P6MHT5FWG4V03";
const Phone = () => <CallPhone middle={useMiddle()} stage={() => {}} notes={null} />;
const desk = <CallPage stage={<p>The stage</p>} notes={null} />;
const phone = (
  <CallAround>
    <Phone />
  </CallAround>
);

const streamOf = (seat: string, source: Stream["source"]): Stream => ({
  producer: `${source}-${seat}`,
  seat,
  kind: source === "microphone" ? "audio" : "video",
  source,
  paused: false,
});

const show = (page: typeof desk, part: Partial<RoomState>) =>
  openTestRoom(part, [peerOf(own), peerOf(other), peerOf(third, { name: "Rafael Bento" })]).show(
    <RoomAround>{page}</RoomAround>,
  );
const streams = new Map(
  [other, third]
    .flatMap((seat) => [streamOf(seat, "camera"), streamOf(seat, "microphone")])
    .map((stream) => [stream.producer, stream]),
);

test.each([
  ["desk", desk],
  ["telephone", phone],
])("at the %s one is told at once what of oneself cannot be sent", (_, page) => {
  show(page, { unsent: new Set(["camera", "screen"]) });
  expect(screen.getAllByRole("alert").map(({ textContent }) => textContent?.trim())).toEqual([
    "Your picture cannot be sent from this browser.",
    "Your screen cannot be shared from this browser.",
  ]);
});

test("what cannot be received is said on the place of whoever sends it, and on no other", () => {
  const unreceived = new Set([`camera-${other}`, `microphone-${other}`]);
  show(desk, { streams, unreceived });
  const said = screen.getByText("Their picture cannot be shown in this browser.");
  const place = said.closest("figure");
  expect(place?.textContent).toContain("Marisol Quintana");
  expect(screen.getByText("Their sound cannot be played in this browser.").closest("figure")).toBe(place);
});

test("on a telephone it is said of whoever is large", () => {
  show(phone, { streams, faced: third, unreceived: new Set([`camera-${third}`, `camera-${other}`]) });
  expect(screen.getAllByText("Their picture cannot be shown in this browser.")).toHaveLength(1);
});

test("a shared screen that cannot be received says so where it would be", () => {
  const shared = streamOf(other, "screen");
  show(desk, {
    streams: new Map([[shared.producer, shared]]),
    unreceived: new Set([shared.producer]),
  });
  expect(screen.getByText("Their screen cannot be shown in this browser.").closest("figure")).toBeNull();
});

test("nothing of it is said where everything is carried", () => {
  show(desk, { streams });
  expect(screen.queryByText(/in this browser|from this browser/)).toBeNull();
});
