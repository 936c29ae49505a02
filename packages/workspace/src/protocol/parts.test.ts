import { expect, test } from "vitest";
import type { PartFrame } from "./frames/part.ts";
import { partBytes } from "./kinds.ts";
import { createAssembler, framesOf } from "./parts.ts";
import { readClientFrame } from "./read-frame.ts";

const message = Uint8Array.from({ length: 2 * partBytes + 5 }, (_, at) => at % 251);

function partsOf(bytes: Uint8Array): PartFrame[] {
  return framesOf(9, bytes).flatMap((frame) => {
    const read = readClientFrame(frame);
    return read?.kind === "part" ? [read] : [];
  });
}

test("64 KiB is one data frame, more is parts that give the message again", () => {
  expect(framesOf(9, message.subarray(0, partBytes)).map((frame) => readClientFrame(frame)?.kind)).toEqual([
    "data",
  ]);
  const parts = partsOf(message);
  expect(parts.map(({ rest }) => rest)).toEqual([partBytes + 5, 5, 0]);
  const assemble = createAssembler(message.length);
  const states = parts.map((part) => assemble(part));
  expect(states.map(({ state }) => state)).toEqual(["more", "more", "whole"]);
  expect(states.at(-1)).toEqual({ state: "whole", message });
});

test("an assembler takes one message after the other", () => {
  const assemble = createAssembler(message.length);
  for (const part of partsOf(message)) assemble(part);
  expect(partsOf(message).map((part) => assemble(part).state)).toEqual(["more", "more", "whole"]);
});

test("[SY-10] what would be too long is refused by its first part", () => {
  const [first] = partsOf(message);
  if (!first) throw new Error("there is a first part");
  expect(createAssembler(message.length - 1)(first)).toEqual({ state: "refused", reason: "too-big" });
});

test("parts that do not add up, or are empty, are malformed", () => {
  const [first, second] = partsOf(message);
  if (!first || !second) throw new Error("there are two parts");
  const assemble = createAssembler(1 << 20);
  assemble(first);
  expect(assemble({ ...second, rest: second.rest + 1 })).toEqual({ state: "refused", reason: "malformed" });
  const empty = { kind: "part", channel: 9, rest: 3, bytes: new Uint8Array() } as const;
  expect(createAssembler(1 << 20)(empty)).toEqual({ state: "refused", reason: "malformed" });
});
