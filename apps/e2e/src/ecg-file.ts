import { writeDicom, type WrittenElement } from "@consilium/interchange";

const text = (tag: number, vr: string, value: string): WrittenElement => ({ tag, vr, value });
const code = (value: string, scheme: string, meaning: string): readonly WrittenElement[] => [
  text(0x00080100, "SH", value),
  text(0x00080102, "SH", scheme),
  text(0x00080104, "LO", meaning),
];

const leads = ["I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"];
const [frequency, seconds] = [250, 10];

const rate: readonly WrittenElement[] = [
  { tag: 0x004008ea, items: [code("/min", "UCUM", "/min")] },
  { tag: 0x0040a0b0, vr: "US", value: [1, 0] },
  { tag: 0x0040a043, items: [code("1", "99TEST", "Ventricular rate")] },
  text(0x0040a30a, "DS", "60"),
];

/** Ten seconds of twelve leads, a peak of 1 mV each second; the device says that the rate is 60. */
export function ecgFile(): Buffer {
  const length = frequency * seconds;
  const samples = Int16Array.from({ length: length * leads.length }, (_, at) => {
    const sinceBeat = Math.floor(at / leads.length) % frequency;
    return Math.round(1000 * Math.exp(-(((sinceBeat - 100) / 4) ** 2)));
  });
  const channel = (lead: string): readonly WrittenElement[] => [
    { tag: 0x003a0208, items: [code("1", "99TEST", `Lead ${lead}`)] },
    text(0x003a0210, "DS", "1"),
    { tag: 0x003a0211, items: [code("uV", "UCUM", "microvolt")] },
    text(0x003a0220, "DS", "0.05"),
    text(0x003a0221, "DS", "40"),
  ];
  const group: readonly WrittenElement[] = [
    { tag: 0x003a0005, vr: "US", value: [leads.length] },
    { tag: 0x003a0010, vr: "UL", value: [length] },
    text(0x003a001a, "DS", String(frequency)),
    text(0x003a0020, "SH", "RHYTHM"),
    { tag: 0x003a0200, items: leads.map(channel) },
    text(0x54001006, "CS", "SS"),
    { tag: 0x54001010, vr: "OW", value: new Uint8Array(samples.buffer) },
  ];
  return Buffer.from(
    writeDicom([
      text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.9.1.1"),
      text(0x00080018, "UI", "2.25.703"),
      text(0x00080020, "DA", "20261110"),
      text(0x00080060, "CS", "ECG"),
      text(0x00081030, "LO", "ECG at rest"),
      text(0x00100010, "PN", "Anonymous"),
      text(0x0020000d, "UI", "2.25.701"),
      text(0x0020000e, "UI", "2.25.702"),
      text(0x00200011, "IS", "1"),
      { tag: 0x0040b020, items: [rate] },
      { tag: 0x54000100, items: [group] },
    ]),
  );
}
