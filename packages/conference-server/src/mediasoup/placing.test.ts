import { expect, test } from "vitest";
import { mostStreams, type Place, placeFor, streamsTo } from "./placing.ts";

const named = (name: string, here: number, others = 0) => ({ name, here, others });

/** People come to a room one after the other; where each of them is carried. */
function comeTo(room: readonly [Place, ...Place[]], people: number, most = mostStreams): readonly number[] {
  const here = room.map((place) => place.here);
  const at = (place: number) => ({ place, here: here[place] ?? 0, others: room[place]?.others ?? 0 });
  for (let come = 0; come < people; come += 1) {
    const all = here.map((_, place) => at(place));
    const own = [at(0), ...all.slice(1).filter((one) => one.here > 0)] as const;
    const further = all.slice(1).filter((one) => one.here === 0);
    const { place } = placeFor({ own, further }, most);
    here[place] = (here[place] ?? 0) + 1;
  }
  return here;
}

test("everybody receives a voice and a picture of everybody else", () => {
  expect(streamsTo(24, 24)).toBe(1104);
  expect(streamsTo(12, 24)).toBe(552);
  expect(streamsTo(1, 1)).toBe(0);
  expect(streamsTo(0, 0)).toBe(0);
});

test("a room stays on one worker while that has space, and goes on on another one then", () => {
  expect(comeTo([named("one", 0), named("other", 0)], 16)).toEqual([16, 0]);
  expect(comeTo([named("one", 0), named("other", 0)], 24)).toEqual([16, 8]);
});

test("what other rooms have on a worker counts", () => {
  expect(comeTo([named("one", 0, 420), named("other", 0)], 8)).toEqual([6, 2]);
});

test("with one worker nothing else is there to go to", () => {
  expect(comeTo([named("one", 0)], 24)).toEqual([24]);
});

test("where no worker has space, it is the least busy one that the room is on already", () => {
  const own = [named("first", 9, 490), named("second", 4, 480)] as const;
  const further = [named("third", 0, 499)];
  expect(placeFor({ own, further }, mostStreams).name).toBe("second");
});

test("a part that the room has goes before a worker with nothing of it", () => {
  const own = [named("first", 16, 0), named("second", 1, 100)] as const;
  expect(placeFor({ own, further: [named("third", 0, 0)] }, mostStreams).name).toBe("second");
});
