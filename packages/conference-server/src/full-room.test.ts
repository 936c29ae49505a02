import { expect, test } from "vitest";
import type { Attending, Trace } from "./room-state.ts";
import { Room } from "./room.ts";
import { doctor, FakeMedia, openPage, quietRoom } from "./testing/index.ts";

/** As many as may be in one conference. */
const most = 24;

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Thirty clinicians, as a tumour board has them. Nobody has to be let in. */
const board: readonly Attending[] = Array.from({ length: 30 }, (_, number) => ({
  ...doctor,
  seat: doctor.seat.slice(0, -2) + String(number + 10),
}));

test("of 30 who come at once as many are in as there may be, the others are told why, and nobody who is in notices", async () => {
  const media = new FakeMedia();
  const traces: Trace[] = [];
  const faults: unknown[] = [];
  const room = new Room({
    ...quietRoom(),
    media,
    trace: async (trace) => void traces.push(trace),
    failed: (cause) => faults.push(cause),
  });
  const pages = board.map((person) => openPage(room, person));
  const answers = await Promise.all(pages.map((page) => page.ask("join", { version: 1 })));
  const inside = pages.filter((_, number) => answers[number] !== "full");
  const outside = pages.filter((_, number) => answers[number] === "full");
  expect([inside.length, outside.length]).toEqual([most, 30 - most]);

  const wentIn = await Promise.all(inside.map((page) => page.ask("goIn")));
  expect(wentIn).toEqual(inside.map(() => ({ at: "in" })));
  for (const page of outside) {
    expect(await page.ask("goIn")).toBe("not-here");
    expect(await page.ask("openMedia")).toBe("not-here");
    expect(page.heard).toEqual([]);
  }
  for (const page of inside) {
    expect(page.closed).toEqual([]);
    expect(await page.ask("openMedia")).toMatchObject({ generation: 1 });
    expect(await page.ask("raiseHand", { up: true })).toEqual({});
  }
  expect(media.rooms).toBe(1);
  const written = traces.filter(({ act }) => act === "in").map(({ seat }) => seat);
  expect(written.toSorted()).toEqual(board.slice(0, most).map(({ seat }) => seat));

  const [first] = inside;
  const [next, ...rest] = outside;
  await first?.ask("leave");
  await settled();
  expect(await next?.ask("join", { version: 1 })).toMatchObject({ state: "live" });
  for (const page of rest) expect(await page.ask("join", { version: 1 })).toBe("full");
  expect(faults).toEqual([]);
});
