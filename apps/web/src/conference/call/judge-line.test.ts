import { expect, test } from "vitest";
import { countLine, type LineCount, type TrackCount } from "./count-line.ts";
import { judgeLine } from "./judge-line.ts";

const nothing: TrackCount = { kind: "audio", packets: 0, lost: 0, samples: 0, concealed: 0 };
const lineAt = (at: number, arrived: number, track: Partial<TrackCount> = {}): LineCount => ({
  at,
  arrived,
  tracks: new Map([["a", { ...nothing, ...track }]]),
  lostOut: 0,
  roundTrip: 0.05,
});
const begun = lineAt(0, 0);

test("a line on which everything arrives is good", () => {
  expect(judgeLine(begun, lineAt(4000, 50_000, { packets: 200, samples: 192_000 }), true)).toEqual({
    line: "good",
    out: "good",
    tracks: new Map([["a", "good"]]),
  });
});

test.each([
  [{ packets: 188, lost: 12 }, "weak"],
  [{ packets: 160, lost: 40 }, "bad"],
  [{ packets: 200, samples: 192_000, concealed: 10_000 }, "weak"],
  [{ packets: 200, samples: 192_000, concealed: 30_000 }, "bad"],
] as const)("what is lost or made up is heard: %o", (track, line) => {
  expect(judgeLine(begun, lineAt(4000, 50_000, track), true).line).toBe(line);
});

test("what was lost long ago does not count", () => {
  const before = lineAt(60_000, 900_000, { packets: 1000, lost: 900 });
  expect(judgeLine(before, lineAt(64_000, 950_000, { packets: 1200, lost: 900 }), true).line).toBe("good");
});

test("nothing arrives: that is no connection, whatever it calls itself; where nobody sends, it is none to expect", () => {
  const before = lineAt(0, 50_000, { packets: 100 });
  const now = lineAt(4000, 50_000, { packets: 100 });
  expect(judgeLine(before, now, true).line).toBe("none");
  expect(judgeLine(before, now, false).line).toBe("good");
});

test("what one sends is judged by what the other side says of it", () => {
  const lossy = { ...lineAt(4000, 50_000, { packets: 200 }), lostOut: 0.2 };
  expect(judgeLine(begun, lossy, true)).toMatchObject({ line: "bad", out: "bad" });
  const slow = { ...lineAt(4000, 50_000, { packets: 200 }), roundTrip: 0.6 };
  expect(judgeLine(begun, slow, true)).toMatchObject({ line: "weak", out: "weak" });
});

test("of getStats the packets that are no picture are left out", () => {
  const report = new Map<string, object>([
    [
      "1",
      { type: "inbound-rtp", kind: "video", trackIdentifier: "v", bytesReceived: 1000, packetsReceived: 10 },
    ],
    ["2", { type: "inbound-rtp", kind: "video", bytesReceived: 20, packetsReceived: 1, packetsLost: 50 }],
    ["3", { type: "remote-inbound-rtp", fractionLost: 0.02, roundTripTime: 0.08 }],
    ["4", { type: "candidate-pair", bytesReceived: 5000 }],
  ]);
  const count = countLine([report], 7);
  expect([...count.tracks]).toEqual([
    ["v", { kind: "video", packets: 10, lost: 0, samples: 0, concealed: 0 }],
  ]);
  expect(count).toMatchObject({ at: 7, arrived: 1020, lostOut: 0.02, roundTrip: 0.08 });
});

test("without a word of the other side nothing is said of what one sends", () => {
  expect(countLine([], 0)).toMatchObject({ lostOut: null, roundTrip: null });
  expect(judgeLine(countLine([], 0), countLine([], 4000), false).line).toBe("good");
});
