// @vitest-environment node

import { createWatched } from "@consilium/workspace-client";
import { expect, test } from "vitest";
import { newRoom, type RoomState } from "../room/room-state.ts";
import { watchLine } from "./watch-line.ts";

const spoken = { producer: "p", seat: "s", kind: "audio", source: "microphone", paused: false } as const;

/** Of a line on which somebody speaks: how much each stream brought, by the second; undefined: no ways are open. */
function watched(seconds: readonly (readonly number[] | undefined)[], part: Partial<RoomState> = {}) {
  const state: RoomState = { ...newRoom, carrying: "there", streams: new Map([["p", spoken]]), ...part };
  const room = createWatched(state);
  const did: string[] = [];
  const left = [...seconds];
  const watch = watchLine({
    room,
    count: () => {
      const streams = left.shift();
      return Promise.resolve(streams && [reportOf(streams)]);
    },
    ask: () => Promise.reject(new Error("Nobody hears it")),
    lookAgain: () => void did.push("look again"),
    reconnect: () => void did.push("reconnect"),
  });
  const all = async () => {
    const lines: (string | undefined)[] = [];
    while (left.length > 0) lines.push((await watch())?.line);
    return lines;
  };
  return { all, did };
}

const reportOf = (streams: readonly number[]): RTCStatsReport =>
  new Map(
    streams.map((bytesReceived, at) => [
      String(at),
      { type: "inbound-rtp", trackIdentifier: String(at), bytesReceived },
    ]),
  );

test("where nothing arrives the ways are looked for again, and then the line too", async () => {
  const { all, did } = watched([[100], [200], [200], [200], [200]]);
  expect(await all()).toEqual([undefined, "good", "good", "good", "good"]);
  expect(did).toEqual(["look again", "reconnect"]);
});

test("ways that were begun anew have their time, however long nothing had arrived over those before", async () => {
  const { all, did } = watched([[200], [200], [200], undefined, [0], [0], [50]]);
  await all();
  expect(did).toEqual(["look again"]);
});

test("ways that were begun anew between two counts are not judged by those before", async () => {
  const { all, did } = watched([[900], [900], [900], [0], [0], [50], [100]]);
  expect((await all()).slice(3)).toEqual([undefined, "none", "good", "good"]);
  expect(did).toEqual(["look again"]);
});

test("when somebody has gone who sent much, it is not said that nothing arrives", async () => {
  const { all } = watched([[1000, 9000], [1100, 9900], [1200], [1300], [1400]]);
  expect(await all()).toEqual([undefined, "good", undefined, "good", "good"]);
});

test("of a line that carries nothing no bad word is left standing", async () => {
  const { all, did } = watched([[200], undefined], { carrying: "failed" });
  expect(await all()).toEqual(["good", "good"]);
  expect(did).toEqual([]);
});
