import { createSeededRandom, createUlid } from "@consilium/foundation";
import { beforeEach, expect, test, vi } from "vitest";
import {
  createVersionReaders,
  type ViewDigest,
  type VersionReader,
  type VersionReaders,
} from "./version-readers.ts";

const random = createSeededRandom(3);
const id = () => createUlid(0, random);
const [caseId, opinionId, mia, ben] = [id(), id(), id(), id()];
const layer = (of: string, audience = "everyone") =>
  `${caseId}/layer.${of}.opinion.${opinionId}.${audience}` as const;
const draft = `${caseId}/opinion.${opinionId}` as const;

/** What each seat would be answered now. */
let views: Map<string, ViewDigest>;
let here: Set<string>;
let looked: string[];
let told: string[];
let time: number;
let pauses: (() => void)[];
let readers: VersionReaders;
beforeEach(() => {
  views = new Map();
  here = new Set([mia, ben]);
  [looked, told, pauses, time] = [[], [], [], 0];
  readers = createVersionReaders({
    view: ({ seatId }: VersionReader) => {
      looked.push(seatId);
      return Promise.resolve(views.get(seatId));
    },
    seatsIn: () => here,
    tell: (_, seat) => Promise.resolve(void told.push(seat)),
    now: () => time,
    pause: () => new Promise((resolve) => void pauses.push(resolve)),
    failed: (cause) => expect.fail(String(cause)),
  });
});

const answer = (seatId: string, digest: string, newer = true): void => {
  views.set(seatId, { digest, newer });
  readers.given({ caseId, opinionId, seatId, n: 1 }, { digest, newer });
};
const wouldBe = (seatId: string, digest: string, newer = true) => void views.set(seatId, { digest, newer });
const paused = (times: number) => vi.waitFor(() => expect(pauses).toHaveLength(times));

test("whoever would be answered something else is told, and nobody else", async () => {
  answer(mia, "a");
  answer(ben, "a");
  wouldBe(mia, "b");
  readers.committed(layer(ben));
  await paused(1);
  expect(told).toEqual([mia]);
});

test("an aside, and a remark on words that the version does not have, tell nobody anything", async () => {
  answer(mia, "a");
  readers.committed(layer(ben, "clinicians"));
  await paused(1);
  expect([looked, told]).toEqual([[mia], []]);
});

test("the draft is looked at once, when it goes on: each later key changes nothing that they know", async () => {
  answer(mia, "a", false);
  wouldBe(mia, "b", true);
  readers.committed(draft);
  await paused(1);
  pauses.pop()?.();
  readers.committed(draft);
  readers.committed(draft);
  expect([looked, told]).toEqual([[mia], [mia]]);
});

test("after a command each change of the draft is looked at for a while: an accepted suggestion's edit follows it", async () => {
  answer(mia, "a");
  readers.commanded(caseId);
  await paused(1);
  expect(told).toEqual([]);
  wouldBe(mia, "b");
  readers.committed(draft);
  pauses.pop()?.();
  await paused(1);
  expect(told).toEqual([mia]);
  pauses.pop()?.();
  time += 60_000;
  wouldBe(mia, "c");
  readers.committed(draft);
  expect(looked).toHaveLength(2);
});

test("what came while it looked is looked at together, after a pause", async () => {
  answer(mia, "a");
  readers.committed(layer(ben));
  readers.committed(layer(ben));
  readers.committed(layer(ben));
  await paused(1);
  pauses.pop()?.();
  await paused(1);
  expect(looked).toEqual([mia, mia]);
});

test("whoever lost the version, or has no socket here, is told nothing, and not looked for again", async () => {
  answer(mia, "a");
  answer(ben, "a");
  views.delete(mia);
  here.delete(ben);
  readers.committed(layer(ben));
  await paused(1);
  pauses.pop()?.();
  await vi.waitFor(() => expect(pauses).toEqual([]));
  wouldBe(mia, "b");
  readers.committed(layer(ben));
  expect([looked, told]).toEqual([[mia], []]);
});

test("other cases and other texts are nobody's business here", () => {
  answer(mia, "a");
  readers.committed(`${id()}/opinion.${opinionId}`);
  readers.committed(`${caseId}/layer.${ben}.story.everyone`);
  readers.committed(`${caseId}/referral`);
  expect(looked).toEqual([]);
});
