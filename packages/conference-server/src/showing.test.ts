import { keptFor } from "@consilium/clinical";
import { beforeEach, describe, expect, test } from "vitest";
import type { RoomSettings, Trace } from "./room-state.ts";
import { Room } from "./room.ts";
import { doctor, enter, interpreter, openPage, patient, quietRoom } from "./testing/index.ts";

/** What nobody may show here. */
const hidden = "workpad.01KDVDNA00TN9P6MHT5FWG4V09";
const scan = "01KDVDNA00TN9P6MHT5FWG4V77";

let settings: RoomSettings;
let room: Room;
let now: number;
let traces: Trace[];
let shownItems: (string | null)[];
let faults: unknown[];
beforeEach(() => {
  now = 1_800_000_000_000;
  traces = [];
  shownItems = [];
  faults = [];
  settings = {
    ...quietRoom(),
    now: () => now,
    mayShow: (_seat, item) => Promise.resolve(item !== hidden),
    trace: async (trace) => void traces.push(trace),
    shown: async (item) => void shownItems.push(item),
    failed: (cause) => faults.push(cause),
  };
  room = new Room(settings);
});

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Both are in. */
async function meet() {
  const host = await enter(room, doctor);
  const guest = await enter(room, patient);
  await host.ask("admit", { seat: patient.seat });
  return { host, guest };
}

describe("what is shown", () => {
  test("all are told who shows what, each item once; nobody shows what they may not read", async () => {
    const { host, guest } = await meet();
    expect(await host.ask("present", { on: true, item: hidden })).toBe("no-right");
    expect(await host.ask("present", { on: true, item: scan })).toEqual({});
    expect(await host.ask("present", { on: true, item: scan })).toEqual({});
    expect(await host.ask("present", { on: true, item: "story" })).toEqual({});
    expect(await guest.ask("present", { on: true, item: scan })).toBe("somebody-presents");
    expect(await host.ask("present", { on: false, item: null })).toEqual({});
    const shown = guest.heard.flatMap(({ method, data }) => (method === "presenting" ? [data] : []));
    expect(shown).toEqual([
      { presented: { seat: doctor.seat, item: scan } },
      { presented: { seat: doctor.seat, item: "story" } },
      { presented: null },
    ]);
    expect(traces.flatMap(({ act, of }) => (act === "presents" ? [of] : []))).toEqual([scan, "story"]);
    expect(shownItems).toEqual([scan, "story", null]);
  });

  test("that somebody shows something no longer is written down, also where another one takes over or they go", async () => {
    const { host, guest } = await meet();
    await guest.ask("present", { on: true, item: scan });
    await host.ask("present", { on: true, item: "story" });
    await host.ask("leave");
    await settled();
    expect(traces.slice(-5)).toEqual([
      { act: "presents", seat: patient.seat, of: scan },
      { act: "presents", seat: doctor.seat, of: "story" },
      { act: "presenting-ended", seat: patient.seat },
      { act: "left", seat: doctor.seat },
      { act: "presenting-ended", seat: doctor.seat },
    ]);
  });
});

test("after a restart whoever was in keeps their place for a while, and nobody else is in", async () => {
  const reopened = new Room(settings, [doctor, interpreter]);
  const back = openPage(reopened, interpreter);
  await back.ask("join", { version: 1 });
  expect(await back.ask("openMedia")).toMatchObject({ streams: [] });
  const late = openPage(reopened, patient);
  await late.ask("join", { version: 1 });
  expect(await late.ask("goIn")).toEqual({ at: "waiting" });
  now += keptFor;
  reopened.tick();
  await settled();
  expect(traces.at(-1)).toEqual({ act: "left", seat: doctor.seat });
});

test("what cannot be written down is not done: nobody is let in without a trace", async () => {
  const host = await enter(room, doctor);
  const guest = await enter(room, interpreter);
  const broken = new Error("The database is away");
  const { trace } = settings;
  Object.assign(settings, { trace: () => Promise.reject(broken) });
  expect(await host.ask("admit", { seat: interpreter.seat })).toBe("failed");
  Object.assign(settings, { trace });
  expect(faults).toEqual([broken]);
  expect(await guest.ask("openMedia")).toBe("not-here");
  expect(await host.ask("admit", { seat: interpreter.seat })).toEqual({});
});
