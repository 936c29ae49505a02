import { expect, test } from "vitest";
import type { RoomSettings } from "./room-state.ts";
import { Room } from "./room.ts";
import { doctor, enter, FakeMedia, interpreter } from "./testing/index.ts";

test("a guest whose place ends by being taken out is out, and whoever did it hears that it was done", async () => {
  const settings: RoomSettings = {
    media: new FakeMedia(),
    now: () => 1_800_000_000_000,
    iceServersFor: () => [],
    mayShow: () => Promise.resolve(true),
    shown: () => Promise.resolve(),
    trace: async ({ act, of }) => {
      if (act === "removed" && of !== undefined) room.seatEnded(of);
    },
    failed: (cause) => {
      throw cause;
    },
  };
  const room = new Room(settings);
  const host = await enter(room, doctor);
  const guest = await enter(room, interpreter);
  await host.ask("admit", { seat: interpreter.seat });
  expect(await host.ask("remove", { seat: interpreter.seat })).toEqual({});
  expect(guest.closed).toEqual(["removed"]);
});
