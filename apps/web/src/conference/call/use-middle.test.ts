import type { Stream } from "@consilium/conference";
import { expect, test } from "vitest";
import { newRoom } from "../room/room-state.ts";
import { choicesOf, firstOf, sharedScreen } from "./use-middle.ts";

const seat = "01KDVDNA00TN9P6MHT5FWG4V02";
const screen: Stream = { producer: "s", seat, kind: "video", source: "screen", paused: false };
const presented = { seat, item: null };

test("what is shown of the case goes before a shared screen, and that before faces", () => {
  expect(firstOf({ presented: null }, undefined)).toBe("faces");
  expect(firstOf({ presented: null }, screen)).toBe("screen");
  expect(firstOf({ presented }, screen)).toBe("stage");
});

test("a guest can look at records only while they are shown", () => {
  expect(choicesOf({ presented: null, may: [] }, undefined)).toEqual(["faces"]);
  expect(choicesOf({ presented, may: [] }, undefined)).toEqual(["faces", "stage"]);
  expect(choicesOf({ presented: null, may: ["present"] }, screen)).toEqual(["faces", "stage", "screen"]);
});

test("of two screens the one that was shared last is seen", () => {
  const streams = new Map([
    ["s", screen],
    ["t", { ...screen, producer: "t" }],
  ]);
  expect(sharedScreen({ ...newRoom, streams })?.producer).toBe("t");
});
