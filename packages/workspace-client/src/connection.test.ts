import { createSeededRandom } from "@consilium/foundation";
import { encodeBeat, encodeChanged, encodeOpened, encodeUpdate, readClientFrame } from "@consilium/workspace";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Connection } from "./connection.ts";
import type { LineEvents } from "./line.ts";
import { WireLine, type ServerEnd } from "./testing/wire-line.ts";
import { useTestTimers } from "./testing/world.ts";

beforeEach(useTestTimers);
afterEach(() => void vi.useRealTimers());

const nothing = () => {};
const terms = { clientId: 1, epoch: 1, schema: 1, sequence: 0, mayWrite: true };

function createWorld(seed = 1) {
  const ends: ServerEnd[] = [];
  const heard: unknown[] = [];
  const faults: unknown[] = [];
  const changed: unknown[] = [];
  const line = new WireLine({
    connected: (end) => {
      ends.push(end);
      return { heard: (bytes) => void heard.push(readClientFrame(bytes)), gone: () => {} };
    },
  });
  const connection = new Connection({
    url: "ws://case",
    dial: line.dial,
    random: createSeededRandom(seed),
    clock: () => new Date(),
    places: () => {},
    changed: (what) => void changed.push(what),
    fault: (document, cause) => void faults.push([document, cause]),
  });
  const deliver = () => {
    while (line.deliverDown() || line.deliverUp());
  };
  const end = () => ends.at(-1) ?? { send: () => {}, close: () => {} };
  return { line, connection, heard, faults, changed, deliver, end };
}

function createListener() {
  const happened: unknown[] = [];
  const events: LineEvents = {
    opened: ({ clientId }) => void happened.push(["opened", clientId]),
    message: (message) => void happened.push(["message", ...message]),
    saved: (count) => void happened.push(["saved", count]),
    refused: (count) => void happened.push(["refused", count]),
    resync: () => void happened.push(["resync"]),
    closed: (code, reason) => void happened.push(["closed", code, reason]),
  };
  return { happened, events };
}

describe("lines", () => {
  test("wait while the socket is away, and ask when it is there", () => {
    const { connection, heard, deliver, end } = createWorld();
    const { happened, events } = createListener();
    const line = connection.openLine("story", { schema: 1 }, events);
    expect(line.phase).toBe("waiting");
    deliver();
    expect(heard).toEqual([{ kind: "open", channel: 1, document: "story", wish: { schema: 1 } }]);
    end().send(encodeOpened({ channel: 1, terms }));
    deliver();
    expect(happened).toEqual([["opened", 1]]);
    expect(connection.state.getSnapshot()).toEqual({ phase: "open" });
  });

  test("a fault in one document ends its line; the others hear what comes after", () => {
    const { connection, deliver, end, faults } = createWorld();
    const good = createListener();
    const bad = createListener();
    const broken = { ...bad.events, message: () => expect.fail("broken") };
    connection.openLine("story", { schema: 1 }, broken);
    connection.openLine("referral", { schema: 1 }, good.events);
    deliver();
    for (const channel of [1, 2]) end().send(encodeOpened({ channel, terms }));
    end().send(Uint8Array.of(1, 2, 9));
    end().send(Uint8Array.of(2, 2, 9));
    deliver();
    expect(good.happened).toEqual([
      ["opened", 1],
      ["message", 9],
    ]);
    expect(bad.happened.at(-1)).toEqual(["closed", 1011, "fault"]);
    expect(faults).toHaveLength(1);
  });

  test("a long answer of one document does not hold a keystroke of another back", () => {
    const waiting = { bytes: 0 };
    const sent: Uint8Array[] = [];
    const random = createSeededRandom(1);
    let opened = nothing;
    const connection = new Connection({
      url: "ws://case",
      dial: (_url, _protocol, events) => {
        opened = events.opened;
        const send = (frame: Uint8Array) => {
          sent.push(frame);
          waiting.bytes += frame.length;
          const read = readClientFrame(frame);
          if (read?.kind === "open") events.heard(encodeOpened({ channel: read.channel, terms }));
        };
        return { send, waiting: () => waiting.bytes, close: nothing };
      },
      random,
      clock: () => new Date(),
      places: nothing,
      changed: nothing,
      fault: nothing,
    });
    const long = connection.openLine("story", { schema: 1 }, createListener().events);
    const short = connection.openLine("referral", { schema: 1 }, createListener().events);
    opened();
    long.send(encodeUpdate(new Uint8Array(1_000_000)));
    short.send(encodeUpdate(Uint8Array.of(7)));
    for (let drained = 0; drained < 20; drained += 1) {
      waiting.bytes = 0;
      vi.advanceTimersByTime(20);
    }
    const channels = sent
      .slice(2)
      .map((frame) => readClientFrame(frame))
      .map((frame) => (frame && "channel" in frame ? frame.channel : 0));
    expect(channels).toHaveLength(17);
    expect(channels.indexOf(2)).toBeLessThan(4);
  });
});

describe("the socket", () => {
  test("[SY-32] is dialled again once, after a wait that differs from client to client", () => {
    const waits = [1, 2, 3].map((seed) => {
      const { line, connection, deliver } = createWorld(seed);
      deliver();
      line.cut();
      expect(connection.state.getSnapshot()).toEqual({ phase: "offline" });
      let waited = 0;
      for (; line.dialled === 1; waited += 1) vi.advanceTimersByTime(1);
      connection.end();
      return waited;
    });
    expect(new Set(waits).size).toBe(3);
    expect(Math.max(...waits)).toBeLessThanOrEqual(250);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(125);
  });

  test("waits longer each time nobody answers, at most 10 s, and not at all when the network is back", async () => {
    const { line, connection, deliver } = createWorld();
    deliver();
    line.reachable = false;
    line.cut();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 9; attempt += 1) {
      const dialled = line.dialled;
      let waited = 0;
      for (; line.dialled === dialled; waited += 25) vi.advanceTimersByTime(25);
      waits.push(waited);
      await Promise.resolve(); // The answer: nobody there.
    }
    expect(waits[0]).toBeLessThanOrEqual(250);
    expect(Math.max(...waits)).toBeLessThanOrEqual(10_000);
    expect(waits.at(-1)).toBeGreaterThanOrEqual(5000);
    const dialled = line.dialled;
    connection.retryNow();
    expect(line.dialled).toBe(dialled + 1);
  });

  test("that says nothing for 25 s is given up, and one that answers is not", () => {
    const silent = createWorld();
    silent.deliver();
    vi.advanceTimersByTime(30_000);
    expect(silent.connection.state.getSnapshot().phase).not.toBe("open");
    const alive = createWorld();
    alive.deliver();
    for (let beat = 0; beat < 5; beat += 1) {
      vi.advanceTimersByTime(10_000);
      alive.end().send(encodeBeat());
      alive.deliver();
    }
    expect(alive.connection.state.getSnapshot().phase).toBe("open");
    expect(alive.heard).toHaveLength(5);
  });

  test("that says nothing for 2 s after the browser lost its network is given up, and one that answers is not", () => {
    const silent = createWorld();
    silent.deliver();
    vi.advanceTimersByTime(1_000);
    silent.connection.doubt();
    vi.advanceTimersByTime(1_900);
    expect(silent.connection.state.getSnapshot().phase).toBe("open");
    vi.advanceTimersByTime(100);
    expect(silent.connection.state.getSnapshot().phase).toBe("offline");
    const alive = createWorld();
    alive.deliver();
    vi.advanceTimersByTime(1_000);
    alive.connection.doubt();
    alive.deliver();
    expect(alive.heard).toEqual([{ kind: "beat" }]);
    vi.advanceTimersByTime(100);
    alive.end().send(encodeBeat());
    alive.deliver();
    vi.advanceTimersByTime(5_000);
    expect(alive.connection.state.getSnapshot().phase).toBe("open");
  });

  test("[SY-16] closed with 44xx ends all lines for good", () => {
    const { line, connection, deliver, end } = createWorld();
    const { happened, events } = createListener();
    connection.openLine("story", { schema: 1 }, events);
    deliver();
    end().close(4401, "session-ended");
    deliver();
    vi.advanceTimersByTime(60_000);
    expect(happened).toEqual([["closed", 4401, "session-ended"]]);
    expect(connection.state.getSnapshot()).toEqual({ phase: "ended", code: 4401, reason: "session-ended" });
    expect(line.dialled).toBe(1);
  });

  test("what changed in the case is told on", () => {
    const { deliver, end, changed } = createWorld();
    deliver();
    const what = { documents: ["story"], seats: false, case: true };
    end().send(encodeChanged(what));
    end().send(Uint8Array.of(99, 99, 99)); // Not of this wire: nobody hears of it.
    deliver();
    expect(changed).toEqual([what]);
  });
});
