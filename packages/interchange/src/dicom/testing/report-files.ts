import { writeDicom, type WrittenElement } from "../write-dicom.ts";
import { sliceElements, uid, without } from "./dicom-files.ts";

const text = (tag: number, vr: string, value: string): WrittenElement => ({ tag, vr, value });

export const code = (value: string, scheme: string, meaning: string): readonly WrittenElement[] => [
  text(0x00080100, "SH", value),
  text(0x00080102, "SH", scheme),
  text(0x00080104, "LO", meaning),
];

/** An item of a content tree: its value type, its label, its value and what is under it. */
export const contentItem = (
  type: string,
  label: string,
  value: readonly WrittenElement[] = [],
  under: readonly (readonly WrittenElement[])[] = [],
): readonly WrittenElement[] => [
  text(0x0040a040, "CS", type),
  { tag: 0x0040a043, items: [code("1", "99TEST", label)] },
  ...value,
  ...(under.length > 0 ? [{ tag: 0x0040a730, items: under }] : []),
];

export const said = (value: string): readonly WrittenElement[] => [text(0x0040a160, "UT", value)];

export const measured = (value: string, unit: string, meaning: string): readonly WrittenElement[] => [
  {
    tag: 0x0040a300,
    items: [[text(0x0040a30a, "DS", value), { tag: 0x004008ea, items: [code(unit, "UCUM", meaning)] }]],
  },
];

const pixelTags = [0x00280002, 0x00280004, 0x00280010, 0x00280011, 0x00280100, 0x7fe00010];

/** As a slice, of another class and without pixels. */
export const withoutPixels = (sopClass: string, elements: readonly WrittenElement[]): Uint8Array =>
  writeDicom([
    ...without(sliceElements({ instanceUid: uid(1, 3, 1), seriesUid: uid(1, 3) }), 0x00080016, ...pixelTags),
    text(0x00080016, "UI", sopClass),
    ...elements,
  ]);

export const reportFile = (
  content: readonly (readonly WrittenElement[])[],
  others: readonly WrittenElement[] = [],
): Uint8Array =>
  withoutPixels("1.2.840.10008.5.1.4.1.1.88.33", [
    ...contentItem("CONTAINER", "Chest CT report", [], content),
    ...others,
  ]);

const channel = (
  lead: string,
  name: string,
  unit: string,
  sensitivity: string,
): readonly WrittenElement[] => [
  { tag: 0x003a0208, items: [code(lead, "MDC", name)] },
  text(0x003a0210, "DS", sensitivity),
  { tag: 0x003a0211, items: [code(unit, "UCUM", unit)] },
  text(0x003a0212, "DS", "1"),
  text(0x003a0213, "DS", "0"),
];

/** Two channels, interleaved; a channel's sensitivity is of one step. */
export const tracingFile = (samples: Int16Array, length = samples.length / 2): Uint8Array =>
  withoutPixels("1.2.840.10008.5.1.4.1.1.9.1.1", [
    {
      tag: 0x54000100,
      items: [
        [
          { tag: 0x003a0005, vr: "US", value: [2] },
          { tag: 0x003a0010, vr: "UL", value: [length] },
          text(0x003a001a, "DS", "500"),
          text(0x003a0020, "SH", "RHYTHM"),
          {
            tag: 0x003a0200,
            items: [channel("2:1", "Lead I", "uV", "2.5"), channel("2:2", "Lead II", "mV", "0.005")],
          },
          { tag: 0x54001004, vr: "US", value: [16] },
          text(0x54001006, "CS", "SS"),
          { tag: 0x5400100a, vr: "OW", value: [0x8000] },
          { tag: 0x54001010, vr: "OW", value: Array.from(samples, (sample) => sample & 0xffff) },
        ],
      ],
    },
  ]);
