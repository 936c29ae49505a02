import { expect, test } from "vitest";
import { dicomLimits } from "./dicom-limits.ts";
import { openStored } from "./open-file.ts";
import { read } from "./testing/dicom-files.ts";
import { code, withoutPixels } from "./testing/report-files.ts";
import { type PlacedGroup, waveformPlaces } from "./waveform-places.ts";
import type { WrittenElement } from "./write-dicom.ts";

const text = (tag: number, vr: string, value: string): WrittenElement => ({ tag, vr, value });

const channel = (name: string, ...others: readonly WrittenElement[]): readonly WrittenElement[] => [
  { tag: 0x003a0208, items: [code("X", "99TEST", name)] },
  text(0x003a0210, "DS", "5"),
  { tag: 0x003a0211, items: [code("uV", "UCUM", "microvolt")] },
  ...others,
];

interface GroupParts {
  readonly channels?: readonly (readonly WrittenElement[])[];
  readonly form?: string;
  readonly samples?: Uint8Array;
  readonly label?: string;
}

const group = (parts: GroupParts = {}): readonly WrittenElement[] => {
  const {
    channels = [channel("Lead V5")],
    form = "SS",
    samples = Uint8Array.of(1, 0, 2, 0),
    label = "RHYTHM",
  } = parts;
  return [
    { tag: 0x003a0005, vr: "US", value: [channels.length] },
    { tag: 0x003a0010, vr: "UL", value: [samples.length / 2 / channels.length] },
    text(0x003a001a, "DS", "500"),
    text(0x003a0020, "SH", label),
    { tag: 0x003a0200, items: channels },
    text(0x54001006, "CS", form),
    { tag: 0x54001010, vr: "OW", value: samples },
  ];
};

const fileOf = (
  groups: readonly (readonly WrittenElement[])[],
  others: readonly WrittenElement[] = [],
): Uint8Array =>
  withoutPixels("1.2.840.10008.5.1.4.1.1.9.1.1", [{ tag: 0x54000100, items: groups }, ...others]);

const waveformOf = (file: Uint8Array) => read(file).instance.waveform;

function groupsOf(file: Uint8Array): readonly PlacedGroup[] {
  const waveform = waveformOf(file);
  if (waveform?.is !== "placed") throw new Error("no curves");
  return waveform.groups;
}

test("samples have a place in the stored file, also where that got a new header", () => {
  const file = fileOf([group()]);
  for (const bytes of [file, file.subarray(132)]) {
    const { stored } = read(bytes);
    const [{ range } = { range: [0, 0] as const }] = groupsOf(bytes);
    expect([...stored.subarray(range[0], range[0] + range[1])]).toEqual([1, 0, 2, 0]);
  }
});

test("a lead has its short name by code or by name; filters, scale and groups are as the file says", () => {
  const filtered = [
    text(0x003a0220, "DS", "0.05"),
    text(0x003a0221, "DS", "150"),
    text(0x003a0222, "DS", "50"),
  ];
  const file = fileOf([
    group({ channels: [channel("Lead V5", ...filtered), channel("Respiration")] }),
    group({ label: "MEDIAN BEAT" }),
  ]);
  const [rhythm, median] = groupsOf(file);
  expect(rhythm?.channels).toEqual([
    { name: "V5", unit: "uV", factor: 5, baseline: 0, lowHz: 0.05, highHz: 150, notchHz: 50 },
    { name: "Respiration", unit: "uV", factor: 5, baseline: 0, lowHz: null, highHz: null, notchHz: null },
  ]);
  expect([rhythm?.label, median?.label]).toEqual(["RHYTHM", "MEDIAN BEAT"]);
});

const measured = (
  name: string,
  value: string,
  unit: string,
  groupNumber: number,
): readonly WrittenElement[] => [
  { tag: 0x004008ea, items: [code(unit, "UCUM", unit)] },
  { tag: 0x0040a0b0, vr: "US", value: [groupNumber, 0] },
  { tag: 0x0040a043, items: [code("1", "99TEST", name)] },
  text(0x0040a30a, "DS", value),
];

test("what the device wrote is told with its unit, and names the groups that are left", () => {
  const words = [text(0x00700006, "ST", "Sinus rhythm")];
  const file = fileOf(
    [group({ form: "MB" }), group()],
    [
      {
        tag: 0x0040b020,
        items: [measured("QT interval", "402", "ms", 2), measured("PR interval", "178", "ms", 1), words],
      },
    ],
  );
  const waveform = waveformOf(file);
  expect(waveform).toMatchObject({ is: "placed", groups: [{ form: "SS" }] });
  expect(waveform?.is === "placed" && waveform.annotations).toEqual([
    { name: "QT interval", says: "402 ms", group: 1 },
    { name: "", says: "Sinus rhythm", group: null },
  ]);
});

test.for<[string, readonly (readonly WrittenElement[])[], string]>([
  ["companded voice", [group({ form: "MB" })], "form"],
  ["no samples", [group({ samples: new Uint8Array() })], "form"],
  [
    "more groups than are read",
    Array.from({ length: dicomLimits.waveformGroups + 1 }, () => group()),
    "too-long",
  ],
])("%s: not placed, and why", ([, groups, reason]) => {
  expect(waveformOf(fileOf(groups))).toEqual({ is: "not-placed", reason });
});

test("more samples than are drawn: not placed, and why", () => {
  const tags = new Set([0x003a0010, 0x54001010]);
  const rest = group().filter(({ tag }) => !tags.has(tag));
  const said: WrittenElement = { tag: 0x003a0010, vr: "UL", value: [dicomLimits.waveformBytes] };
  const placedIn = (bytes: number) => {
    const data = openStored(fileOf([[...rest, said]]));
    const range = [0, bytes] as const;
    data?.item(0x54000100)?.add({ tag: 0x54001010, vr: "OW", range, items: [], fragments: null });
    return data && waveformPlaces(data);
  };
  expect(placedIn(dicomLimits.waveformBytes)?.is).toBe("placed");
  expect(placedIn(dicomLimits.waveformBytes + 2)).toEqual({ is: "not-placed", reason: "too-long" });
});
