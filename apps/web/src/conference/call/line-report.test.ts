import { expect, test } from "vitest";
import { countLine } from "./count-line.ts";
import { lineReport } from "./line-report.ts";

interface Entry {
  readonly id: string;
  readonly [name: string]: unknown;
}

const reportOf = (entries: readonly Entry[]): RTCStatsReport =>
  new Map(entries.map((entry) => [entry.id, entry]));

const arrived = (packetsReceived: number, packetsLost: number) =>
  reportOf([
    {
      id: "in",
      type: "inbound-rtp",
      kind: "audio",
      trackIdentifier: "voice",
      packetsReceived,
      packetsLost,
      totalSamplesReceived: packetsReceived * 960,
      concealedSamples: 960,
      silentConcealedSamples: 0,
    },
    { id: "small", type: "inbound-rtp", trackIdentifier: "b", frameWidth: 160, framesPerSecond: 5 },
    { id: "large", type: "inbound-rtp", trackIdentifier: "a", frameWidth: 640, framesPerSecond: 19 },
    { id: "far", type: "remote-inbound-rtp", roundTripTime: 0.08, fractionLost: 0 },
    { id: "pair", type: "candidate-pair", nominated: true, localCandidateId: "own" },
    { id: "own", type: "local-candidate", candidateType: "host", protocol: "tcp" },
  ]);

test("what was counted between two moments becomes numbers of a line", () => {
  const [first, second] = [arrived(100, 0), arrived(190, 10)];
  const quality = { line: "none", out: "good", tracks: new Map() } as const;
  const report = lineReport([second], countLine([first], 0), countLine([second], 4000), quality);
  expect(report).toEqual({
    quality: "bad",
    over: "tcp",
    roundTrip: 80,
    lost: 0.1,
    concealed: 0,
    frames: 19,
  });
});

test("where nothing is known nothing is said", () => {
  const none = reportOf([]);
  const quality = { line: "good", out: "good", tracks: new Map() } as const;
  const report = lineReport([none], countLine([none], 0), countLine([none], 4000), quality);
  expect(report).toMatchObject({ over: null, lost: null, concealed: null, frames: null });
});
