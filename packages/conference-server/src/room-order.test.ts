import { beforeEach, describe, expect, test } from "vitest";
import type { RoomSettings, Trace } from "./room-state.ts";
import { Room } from "./room.ts";
import { doctor, enter, interpreter, openPage, quietRoom, secondDoctor } from "./testing/index.ts";

const scan = "01KDVDNA00TN9P6MHT5FWG4V77";
const slide = "01KDVDNA00TN9P6MHT5FWG4V78";

/** What the rows say, which are written some time after they were asked for. */
let traces: Trace[];
let shownItems: (string | null)[];
let isSlow: (what: string | null) => boolean;
let letGo: (() => void)[];
let room: Room;
beforeEach(() => {
  traces = [];
  shownItems = [];
  letGo = [];
  isSlow = () => false;
  const written = async (what: string | null) => {
    if (isSlow(what)) await new Promise<void>((resolve) => void letGo.push(resolve));
  };
  const settings: RoomSettings = {
    ...quietRoom(),
    trace: async (trace) => {
      await written(trace.act);
      traces.push(trace);
    },
    shown: async (item) => {
      await written(item);
      shownItems.push(item);
    },
  };
  room = new Room(settings);
});

const settled = () => new Promise((resolve) => setImmediate(resolve));
/** All that was held back is written now, the oldest first. */
const writeAll = async () => {
  for (let held = letGo.shift(); held; held = letGo.shift()) {
    held();
    await settled();
  }
};
const acts = () => traces.map(({ act, seat, of }) => [act, of ?? seat]);

describe("what is written down is written in the order in which it was so", () => {
  test("a guest who goes while they are being let in is written down as gone, and not as in", async () => {
    const host = await enter(room, doctor);
    const guest = await enter(room, interpreter);
    isSlow = (what) => what === "admitted";
    const admitted = host.ask("admit", { seat: interpreter.seat });
    await settled();
    const left = guest.ask("leave");
    await settled();
    await writeAll();
    await Promise.all([admitted, left]);
    expect(acts().slice(-2)).toEqual([
      ["admitted", interpreter.seat],
      ["left", interpreter.seat],
    ]);
  });

  test("whose seat ends while they go in is written down as gone", async () => {
    await enter(room, doctor);
    const other = openPage(room, secondDoctor);
    await other.ask("join", { version: 1 });
    isSlow = (what) => what === "in";
    void other.ask("goIn");
    await settled();
    room.seatEnded(secondDoctor.seat);
    await settled();
    await writeAll();
    expect(acts().slice(-2)).toEqual([
      ["in", secondDoctor.seat],
      ["left", secondDoctor.seat],
    ]);
  });

  test("who is let in by two clinicians at once is let in once, and the second one is told so", async () => {
    const [one, other] = [await enter(room, doctor), await enter(room, secondDoctor)];
    await enter(room, interpreter);
    isSlow = (what) => what === "admitted";
    const both = Promise.all([one, other].map((host) => host.ask("admit", { seat: interpreter.seat })));
    await settled();
    await writeAll();
    expect(await both).toEqual([{}, "not-waiting"]);
    expect(acts().filter(([act]) => act === "admitted")).toHaveLength(1);
  });

  test("who says twice that they go, goes once; who has gone already leaves no second trace when their seat ends", async () => {
    const host = await enter(room, doctor);
    const guest = await enter(room, interpreter);
    const connection = guest.connection;
    for (const id of ["first", "second"])
      room.said(interpreter.seat, connection, JSON.stringify({ id, method: "leave", data: {} }));
    await settled();
    await settled();
    room.seatEnded(interpreter.seat);
    await settled();
    expect(acts().filter(([act]) => act === "left")).toEqual([["left", interpreter.seat]]);
    expect(host.closed).toEqual([]);
  });

  test("of what two show at once the row says what the room says", async () => {
    const [one, other] = [await enter(room, doctor), await enter(room, secondDoctor)];
    isSlow = (what) => what === scan;
    const first = one.ask("present", { on: true, item: scan });
    await settled();
    const next = other.ask("present", { on: true, item: slide });
    await settled();
    await writeAll();
    expect(await Promise.all([first, next])).toEqual([{}, {}]);
    expect(other.heard.at(-1)).toEqual({
      method: "presenting",
      data: { presented: { seat: secondDoctor.seat, item: slide } },
    });
    expect(shownItems.at(-1)).toBe(slide);
  });

  test("what is shown right after something else is shown no longer, stays shown", async () => {
    const [one, other] = [await enter(room, doctor), await enter(room, secondDoctor)];
    await one.ask("present", { on: true, item: scan });
    isSlow = (what) => what === null;
    await one.ask("present", { on: false, item: null });
    const next = other.ask("present", { on: true, item: slide });
    await settled();
    await writeAll();
    expect(await next).toEqual({});
    expect(shownItems.at(-1)).toBe(slide);
  });

  test("who is silenced is silenced with a trace of it", async () => {
    const host = await enter(room, doctor);
    const other = await enter(room, secondDoctor);
    const way = await other.ask("createTransport", { direction: "send" });
    const transport = typeof way === "object" && way !== null ? Reflect.get(way, "transport") : undefined;
    const rtpParameters = { codecs: [{ mimeType: "audio/opus", payloadType: 96, clockRate: 48_000 }] };
    await other.ask("produce", { transport, kind: "audio", source: "microphone", rtpParameters });
    isSlow = (what) => what === "muted";
    void host.ask("mute", { seat: secondDoctor.seat });
    await settled();
    expect(other.heard.map(({ method }) => method)).not.toContain("muted");
    await writeAll();
    expect(other.heard.at(-1)).toMatchObject({ method: "muted" });
  });
});
