import { expect, test } from "vitest";
import type { Attending, RoomSettings } from "./room-state.ts";
import { Room } from "./room.ts";
import { FakeMedia, openPage } from "./testing/index.ts";

const doctor: Attending = { seat: "01KDVDNA00TN9P6MHT5FWG4V01", name: "Dr Adaeze Okonkwo", party: "host" };
const interpreter: Attending = { seat: "01KDVDNA00TN9P6MHT5FWG4V03", name: "Rafael Bento", party: "guest" };

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
  const enter = async (person: Attending) => {
    const page = openPage(room, person);
    await page.ask("join", { version: 1 });
    await page.ask("goIn");
    return page;
  };
  const host = await enter(doctor);
  const guest = await enter(interpreter);
  await host.ask("admit", { seat: interpreter.seat });
  expect(await host.ask("remove", { seat: interpreter.seat })).toEqual({});
  expect(guest.closed).toEqual(["removed"]);
});
