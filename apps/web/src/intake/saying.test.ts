import { beforeEach, expect, test, vi } from "vitest";
import { Refused } from "../app/refused.ts";
import type { IntakeChange } from "./intake-api.ts";
import { Saying, type SayingOptions } from "./saying.ts";

beforeEach(() => void vi.useFakeTimers());

const at = new Date("2026-11-24T10:00:00Z");

function sayingTo(send: SayingOptions["send"]) {
  return new Saying({ send, rest: 600, retry: 3000, now: () => at });
}

test("what is typed is sent once somebody rests, what is chosen at once", async () => {
  const sent: IntakeChange[] = [];
  const saying = sayingTo(async (change) => sent.push(change));
  saying.say({ language: "e" }, true);
  saying.say({ language: "es" }, true);
  expect([sent, saying.state()]).toEqual([[], { state: "saving" }]);
  await vi.advanceTimersByTimeAsync(600);
  expect([sent, saying.state()]).toEqual([[{ language: "es" }], { state: "saved", at }]);
  saying.say({ hearing: "at-once" });
  await saying.flush();
  expect([sent.at(-1), saying.pending()]).toEqual([{ hearing: "at-once" }, {}]);
});

test("a newer word while an older is on its way is sent after it, and kept until then", async () => {
  const sent: IntakeChange[] = [];
  const answers: (() => void)[] = [];
  const saying = sayingTo(
    (change) =>
      new Promise<void>((resolve) => {
        sent.push(change);
        answers.push(resolve);
      }),
  );
  saying.say({ language: "es" });
  await vi.advanceTimersByTimeAsync(0);
  saying.say({ language: "fr" });
  expect(sent).toEqual([{ language: "es" }]);
  answers[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect([sent, saying.pending()]).toEqual([[{ language: "es" }, { language: "fr" }], { language: "fr" }]);
  answers[1]?.();
  await saying.flush();
  expect([saying.pending(), saying.state()]).toEqual([{}, { state: "saved", at }]);
});

test("a page that goes sends at once what waits for the answer to an older word, which is ended", async () => {
  const sent: [IntakeChange, boolean][] = [];
  let older: AbortSignal | undefined;
  const saying = sayingTo((change, { signal, isLast }) => {
    sent.push([change, isLast]);
    older ??= signal;
    return new Promise((_, reject) => signal.addEventListener("abort", () => reject(new TypeError("ended"))));
  });
  saying.say({ language: "es" });
  await vi.advanceTimersByTimeAsync(0);
  saying.say({ language: "fr" });
  saying.leave();
  expect(sent).toEqual([
    [{ language: "es" }, false],
    [{ language: "fr" }, true],
  ]);
  expect(older?.aborted).toBe(true);
  // The page comes back out of the browser's memory.
  await vi.advanceTimersByTimeAsync(3000);
  expect(sent.at(-1)).toEqual([{ language: "fr" }, false]);
});

test("nothing is lost while the server is away, and what it refuses is said", async () => {
  let isAway = true;
  const sent: IntakeChange[] = [];
  const saying = sayingTo(async (change) => {
    if (isAway) throw new TypeError("fetch failed");
    sent.push(change);
  });
  saying.say({ language: "es" });
  await vi.advanceTimersByTimeAsync(0);
  expect([saying.state(), saying.pending()]).toEqual([
    { state: "not-saved", problem: null },
    { language: "es" },
  ]);
  isAway = false;
  await vi.advanceTimersByTimeAsync(3000);
  expect([sent, saying.state()]).toEqual([[{ language: "es" }], { state: "saved", at }]);

  const refusing = sayingTo(async () => {
    throw new Refused(422, "no-such-day", "A day does not fit.");
  });
  refusing.say({ language: "es" });
  await vi.advanceTimersByTimeAsync(0);
  expect(refusing.state()).toEqual({ state: "not-saved", problem: "A day does not fit." });
});
