import { expect, test } from "vitest";
import type { RoomSettings } from "./room-state.ts";
import { Room } from "./room.ts";
import { doctor, enter, interpreter, quietRoom } from "./testing/index.ts";

test("a guest whose place ends by being taken out is out, and whoever did it hears that it was done", async () => {
  const settings: RoomSettings = {
    ...quietRoom(),
    trace: async ({ act, of }) => {
      if (act === "removed" && of !== undefined) room.seatEnded(of);
    },
  };
  const room = new Room(settings);
  const host = await enter(room, doctor);
  const guest = await enter(room, interpreter);
  await host.ask("admit", { seat: interpreter.seat });
  expect(await host.ask("remove", { seat: interpreter.seat })).toEqual({});
  expect(guest.closed).toEqual(["removed"]);
});
