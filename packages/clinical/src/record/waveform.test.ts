import { expect, test } from "vitest";
import { leadNamed } from "./ecg-lead.ts";
import { decodeSamples } from "./waveform-samples.ts";
import { type WaveformGroup, waveformSchema } from "./waveform.ts";

const channel = { unit: "uV", factor: 2.5, baseline: 10, lowHz: null, highHz: null, notchHz: null };
const group: WaveformGroup = {
  label: "RHYTHM",
  frequency: 500,
  length: 2,
  isWhole: true,
  form: "SS",
  littleEndian: true,
  padding: -32_768,
  channels: [
    { name: "I", ...channel },
    { name: "II", ...channel, factor: 1, baseline: 0 },
  ],
};

test("interleaved samples become curves in their unit, with gaps where nothing was recorded", () => {
  const bytes = new Uint8Array(Int16Array.of(4, 100, -32_768, -7).buffer);
  expect(decodeSamples(group, bytes)).toEqual([Float32Array.of(20, Number.NaN), Float32Array.of(100, -7)]);
});

test("other forms, the other order of bytes, and bytes that lie somewhere in a buffer", () => {
  const bytes = Uint8Array.of(9, 0, 4, 255, 255).subarray(1);
  expect(decodeSamples({ ...group, form: "US", littleEndian: false, length: 1 }, bytes)).toEqual([
    Float32Array.of(20),
    Float32Array.of(65_535),
  ]);
});

test("a curve ends where its bytes end", () => {
  expect(decodeSamples({ ...group, length: 1_000_000_000 }, new Uint8Array(7))).toEqual([
    Float32Array.of(10),
    Float32Array.of(0),
  ]);
  expect(decodeSamples({ ...group, channels: [] }, new Uint8Array(8))).toEqual([]);
});

test.each([
  ["2:1", "", "I"],
  ["5.6.3-9-63", "", "aVL"],
  ["2:7", "something else", "V5"],
  ["", "Lead I (Einthoven)", "I"],
  ["", "lead avr", "aVR"],
  ["2:99", "V2", "V2"],
  ["2:99", "Respiration", null],
  ["", "", null],
])("the lead of code %s, name %s is %s", (code, meaning, lead) => {
  expect(leadNamed(code, meaning)).toBe(lead);
});

test("a description is read back; one that promises no frequency is not", () => {
  expect(waveformSchema.parse({ groups: [group], annotations: [] }).groups).toEqual([group]);
  expect(waveformSchema.safeParse({ groups: [{ ...group, frequency: 0 }], annotations: [] }).success).toBe(
    false,
  );
});
