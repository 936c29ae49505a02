import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { workerBuiltBefore } from "../testing/built-worker.ts";
import { mostStreams } from "./placing.ts";
import { RoomParts } from "./room-parts.ts";
import { WorkerPool } from "./worker-pool.ts";

const program = workerBuiltBefore();

/** The second person of a room is too many for the first worker then. */
const fewStreams = 3;

describe.skipIf(program === undefined)("the parts of a room on workers that were built here", () => {
  let pool: WorkerPool;
  const here = { ip: "127.0.0.1", announced: [], port: undefined, program: program ?? "" };
  beforeAll(async () => {
    pool = new WorkerPool({ ...here, workers: 2 }, new AbortController().signal);
    await pool.start();
  });
  afterAll(() => pool.close());

  const streams = (): readonly number[] => pool.leastBusy().map((at) => pool.streamsOn(at));

  test("both ways of one person are at one place, asked for at once too; those of the next one at another", async () => {
    const parts = new RoomParts(pool, fewStreams);
    await parts.open();
    const open = async (seat: string) => {
      const part = parts.partFor(seat);
      await part.openTransport(seat);
      return part;
    };
    const [one, again, next] = await Promise.all([open("one"), open("one"), open("next")]);
    expect(again).toBe(one);
    expect(next.at).not.toBe(one.at);
    expect(streams()).toEqual([2, 2]);
    parts.close();
    expect(streams()).toEqual([0, 0]);
    expect((await one.router).closed && (await next.router).closed).toBe(true);
    expect(() => parts.partFor("one")).toThrow("closed");
  });

  test("who has gone counts no more, and comes back to wherever there is space", async () => {
    const parts = new RoomParts(pool, fewStreams);
    await parts.open();
    const first = parts.partFor("one");
    const ways = [await first.openTransport("one"), await first.openTransport("one")];
    const other = parts.partFor("next");
    await other.openTransport("next");
    ways[0]?.close();
    expect([first.people, other.people]).toEqual([1, 1]);
    ways[1]?.close();
    expect([first.people, other.people]).toEqual([0, 1]);
    expect(parts.partFor("one")).toBe(first);
    parts.close();
  });

  test("rooms begin where the fewest streams are", async () => {
    const busy = new RoomParts(pool, mostStreams);
    await busy.open();
    for (const seat of ["one", "next"]) await busy.partFor(seat).openTransport(seat);
    const [least] = pool.leastBusy();
    const [one, other] = [new RoomParts(pool, mostStreams), new RoomParts(pool, mostStreams)];
    await Promise.all([one.open(), other.open()]);
    expect([one.partFor("one").at, other.partFor("one").at]).toEqual([least, least]);
    for (const parts of [busy, one, other]) parts.close();
  });

  test("a router that opens after the room has closed is closed", async () => {
    const parts = new RoomParts(pool, fewStreams);
    await parts.open();
    await parts.partFor("one").openTransport("one");
    const late = parts.partFor("next");
    const opening = late.openTransport("next");
    parts.close();
    await Promise.allSettled([opening]);
    await vi.waitFor(async () => expect((await late.router).closed).toBe(true));
    expect(streams()).toEqual([0, 0]);
  });

  test.for([0, 1])(
    "of two workers the death of one ends the room once, and the other is given back",
    async (which) => {
      const parts = new RoomParts(pool, fewStreams);
      const died = vi.fn<() => void>();
      await parts.open();
      parts.whenDied(died);
      for (const seat of ["one", "next"]) await parts.partFor(seat).openTransport(seat);
      const [killed, left] = ["one", "next"]
        .map((seat) => parts.partFor(seat))
        .toSorted(() => (which ? -1 : 1));
      if (!killed || !left) throw new Error("There are not two parts");
      process.kill(killed.at.worker.pid, "SIGKILL");
      await vi.waitFor(() => expect(died).toHaveBeenCalledOnce(), 5000);
      expect((await left.router).closed).toBe(true);
      expect(pool.streamsOn(left.at)).toBe(0);
      await vi.waitFor(() => expect(streams()).toEqual([0, 0]), 5000);
      process.kill(left.at.worker.pid, "SIGKILL");
      await vi.waitFor(() => expect(left.at.worker.died).toBe(true), 5000);
      await vi.waitFor(() => expect(pool.leastBusy()).toHaveLength(2), 10_000);
      expect(died).toHaveBeenCalledOnce();
    },
  );
});
