import { expect, test } from "vitest";
import { parseAnchor } from "./anchor.ts";
import { type WaveformAnchor, waveformAnchorLimits, type WaveformMark } from "./waveform-anchor.ts";

const mark: WaveformMark = {
  tool: "interval",
  lead: "II",
  from: 1240,
  to: 1642,
  amplitude: null,
  says: "402 ms",
};
const anchor: WaveformAnchor = {
  kind: "waveform",
  record: "01K0000000000000000000EC01",
  sha256: "a".repeat(64),
  study: "2.25.1",
  series: "2.25.2",
  instance: "2.25.3",
  group: 1,
  mark,
};

test("a place in a curve comes back from JSON: of one lead, of all leads, with a height, as a whole", () => {
  const places: readonly WaveformAnchor[] = [
    anchor,
    { ...anchor, mark: null, group: 2 },
    { ...anchor, mark: { ...mark, tool: "region", lead: null, amplitude: [-200, 1100], says: null } },
    { ...anchor, mark: { ...mark, tool: "amplitude", amplitude: [0, 1300] } },
    { ...anchor, mark: { ...mark, tool: "point", to: mark.from } },
  ];
  for (const place of places) expect(parseAnchor(JSON.parse(JSON.stringify(place)))).toEqual(place);
});

test.for<[string, unknown]>([
  ["a record that is no id", { ...anchor, record: "ECG" }],
  ["a series that is no UID", { ...anchor, series: "../2.25.2" }],
  ["group 0", { ...anchor, group: 0 }],
  ["half a group", { ...anchor, group: 1.5 }],
  ["no mark said", { ...anchor, mark: undefined }],
  ["a tool that nobody has", { ...anchor, mark: { ...mark, tool: "scissors" } }],
  ["an end before the beginning", { ...anchor, mark: { ...mark, to: 1000 } }],
  ["a moment before the recording", { ...anchor, mark: { ...mark, from: -1 } }],
  ["a moment that is no number", { ...anchor, mark: { ...mark, to: "1642" } }],
  ["more than two days", { ...anchor, mark: { ...mark, to: waveformAnchorLimits.milliseconds + 1 } }],
  ["a lead without a name", { ...anchor, mark: { ...mark, lead: "" } }],
  ["a lead with a very long name", { ...anchor, mark: { ...mark, lead: "V".repeat(65) } }],
  ["a height upside down", { ...anchor, mark: { ...mark, amplitude: [5, 1] } }],
  ["a height of one number", { ...anchor, mark: { ...mark, amplitude: [5] } }],
  ["a measured height in no lead", { ...anchor, mark: { ...mark, tool: "amplitude", lead: null } }],
  ["a measured height without one", { ...anchor, mark: { ...mark, tool: "amplitude" } }],
  ["101 characters of words", { ...anchor, mark: { ...mark, says: "x".repeat(101) } }],
])("%s is no place in a curve", ([, value]) => {
  expect(parseAnchor(value)).toBeUndefined();
});
