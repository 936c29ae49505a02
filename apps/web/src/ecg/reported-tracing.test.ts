import { type Place, waveformSchema } from "@consilium/clinical";
import { expect, test } from "vitest";
import { anchorOfPlace, tracingOfNumber } from "./reported-tracing.ts";
import type { Tracing } from "./tracing-query.ts";

const channel = (name: string) => ({
  name,
  unit: "uV",
  factor: 1,
  baseline: 0,
  lowHz: null,
  highHz: null,
  notchHz: null,
});
const group = (...leads: readonly string[]) => ({
  label: "",
  frequency: 500,
  length: 5000,
  isWhole: true,
  form: "SS",
  littleEndian: true,
  padding: null,
  channels: leads.map(channel),
});
const tracing: Tracing = {
  record: "01K0000000000000000000EC01",
  study: "2.25.1",
  series: "2.25.2",
  instance: "2.25.3",
  sha256: "a".repeat(64),
  waveform: waveformSchema.parse({ groups: [group("I"), group("V1")], annotations: [] }),
  patient: "",
  patientId: "",
  recorded: "",
};

const place = (lead?: string): Place => ({
  id: "lead-v1",
  label: "lead V1",
  at: { kind: "slice", series: 1, slice: 1, ...(lead !== undefined && { lead }) },
  measure: null,
});
const anchorOn = (lead?: string) => anchorOfPlace("01K0000000000000000000EC01", tracing, place(lead));

test("a report that names a lead means it from beginning to end; one that names none, the recording", () => {
  expect(anchorOn("V1")).toMatchObject({
    group: 2,
    mark: { tool: "interval", lead: "V1", from: 0, to: 10_000, says: "lead V1" },
  });
  expect(anchorOn("V9")).toMatchObject({ group: 1, mark: null });
  expect(anchorOn()).toMatchObject({ group: 1, mark: null });
});

test("the recording that a report means is found by its number, and needs none where there is one only", () => {
  const numbered = (number: number) => ({ ...tracing, number });
  expect(tracingOfNumber([numbered(1), numbered(2)], 2)).toMatchObject({ number: 2 });
  expect(tracingOfNumber([numbered(1), numbered(2)], 3)).toBeUndefined();
  expect(tracingOfNumber([tracing], 3)).toBe(tracing);
});
