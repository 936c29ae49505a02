import { createSeededRandom } from "@consilium/foundation";
import { encodeAwareness, encodePlaces, readClientFrame, readMessage } from "@consilium/workspace";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Connection } from "./connection.ts";
import { Carets, Places } from "./presence.ts";
import { type ServerEnd, WireLine } from "./testing/wire-line.ts";
import { useTestTimers } from "./testing/world.ts";

beforeEach(useTestTimers);
afterEach(() => void vi.useRealTimers());

const clock = () => new Date();

function createCarets() {
  const sent: unknown[] = [];
  const carets = new Carets(7, (message) => void sent.push(readMessage(message)), clock);
  const move = (client: number, step: number, state = String(step)) =>
    carets.offer(encodeAwareness([{ client, clock: step, state }]));
  return { sent, move };
}

describe("[SY-21] carets", () => {
  test("the newest goes out, at most ten times a second", () => {
    const { sent, move } = createCarets();
    for (let step = 0; step < 100; step += 1) {
      move(7, step);
      vi.advanceTimersByTime(10);
    }
    expect(sent.length).toBeLessThanOrEqual(11);
    vi.advanceTimersByTime(100);
    expect(sent.at(-1)).toMatchObject({ entries: [{ client: 7, clock: 99 }] });
  });

  test("somebody else's is not passed on", () => {
    const { sent, move } = createCarets();
    move(8, 1);
    vi.advanceTimersByTime(1000);
    expect(sent).toEqual([]);
  });

  test("leaving goes at once, and nothing after it", () => {
    const { sent, move } = createCarets();
    move(7, 1);
    move(7, 2);
    move(7, 3, "null");
    vi.advanceTimersByTime(1000);
    expect(sent).toMatchObject([{ entries: [{ clock: 1 }] }, { entries: [{ clock: 3, state: "null" }] }]);
  });
});

function createPlaces() {
  const said: unknown[] = [];
  const ends: ServerEnd[] = [];
  const line = new WireLine({
    connected: (end) => {
      ends.push(end);
      return { heard: (bytes) => void said.push(readClientFrame(bytes)), gone: () => {} };
    },
  });
  const connection: Connection = new Connection({
    url: "ws://case",
    dial: line.dial,
    random: createSeededRandom(1),
    clock,
    places: (seen) => places.heard(seen),
    changed: () => {},
    fault: () => {},
  });
  const places = new Places(connection, clock);
  const deliver = () => {
    while (line.deliverDown() || line.deliverUp());
  };
  return { line, places, said, ends, deliver };
}

const at = (place: string) => ({ kind: "own-place", place: { target: "story", place } });

describe("[SY-21] places in the case", () => {
  test("a new socket is told where we are, and only the newest", () => {
    const { line, places, said, deliver } = createPlaces();
    deliver();
    for (const place of ["s.goals", "s.history", "s.daily"]) places.show({ target: "story", place });
    vi.advanceTimersByTime(100);
    deliver();
    expect(said).toEqual([at("s.goals"), at("s.daily")]);
    line.cut();
    vi.advanceTimersByTime(1000);
    deliver();
    expect(said.at(-1)).toEqual(at("s.daily"));
    expect(said).toHaveLength(3);
  });

  test("of others we know what the socket says, and nothing while it is away", () => {
    const { line, places, ends, deliver } = createPlaces();
    deliver();
    const others = [{ seat: "s", name: "Ada Example", at: { target: "story" } }];
    ends[0]?.send(encodePlaces(others));
    deliver();
    expect(places.others.getSnapshot()).toEqual(others);
    line.cut();
    expect(places.others.getSnapshot()).toEqual([]);
  });
});
