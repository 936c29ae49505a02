import { writeDicom, type WrittenElement } from "@consilium/interchange";
import type { DemoImage } from "./demo-image.ts";
import { drawEcg, ecg, type EcgFacts, type Lead, leads } from "./ecg-tracing.ts";
import { drawDoppler } from "./echo-doppler.ts";
import { drawLoop, loopSize } from "./echo-loop.ts";
import { type DrawnStudy, greyPixels, headingOf, pathOf, seriesOf, short, text } from "./image-heading.ts";

const seed = 4756;
/** Metres a second, through the aortic valve. */
const peakVelocity = 3.3;

/** Numbered as the content names them; of the other loops of the study nothing is drawn. */
const loops: readonly { readonly number: number; readonly view: string; readonly draw: () => Uint8Array }[] =
  [
    {
      number: 12,
      view: "Parasternal long axis, outflow tract",
      draw: () => drawLoop("long-axis", seed + 12),
    },
    { number: 31, view: "Aortic valve, continuous wave", draw: () => drawDoppler(seed + 31, peakVelocity) },
    { number: 40, view: "Apical four chambers", draw: () => drawLoop("four-chamber", seed + 40) },
  ];

/** Frames of one beat after the other. There is no spacing of pixels: nothing can be measured in millimetres. */
function loopFile(study: DrawnStudy, number: number, view: string, pixels: Uint8Array): Uint8Array {
  const { columns, rows, frames, frameMs } = loopSize;
  const heading = headingOf(study, seriesOf(study, 1), {
    sopClass: "1.2.840.10008.5.1.4.1.1.3.1",
    modality: "US",
    bodyPart: "HEART",
    imageType: "ORIGINAL\\PRIMARY",
    number,
  });
  return writeDicom([
    ...heading,
    text(0x00181063, "DS", String(frameMs)),
    text(0x00180040, "IS", String(Math.round(1000 / frameMs))),
    text(0x00204000, "LT", view),
    text(0x00280008, "IS", String(frames)),
    { tag: 0x00280009, vr: "AT", value: Uint8Array.of(0x18, 0, 0x63, 0x10) },
    text(0x00282110, "CS", "00"),
    ...greyPixels(columns, rows, { allocated: 8, stored: 8, signed: false }, pixels),
  ]);
}

export const drawEcho = (study: DrawnStudy): readonly DemoImage[] =>
  loops.map(({ number, view, draw }) => ({
    path: pathOf(study, seriesOf(study, 1), number),
    draw: () => loopFile(study, number, view, draw()),
  }));

const code = (value: string, scheme: string, meaning: string): readonly WrittenElement[] => [
  text(0x00080100, "SH", value),
  text(0x00080102, "SH", scheme),
  text(0x00080104, "LO", meaning),
];

/** MDC codes of PS3.16, CID 3001. */
const leadCodes: Readonly<Record<Lead, string>> = {
  I: "2:1",
  II: "2:2",
  III: "2:61",
  aVR: "2:62",
  aVL: "2:63",
  aVF: "2:64",
  V1: "2:3",
  V2: "2:4",
  V3: "2:5",
  V4: "2:6",
  V5: "2:7",
  V6: "2:8",
};

/** Microvolts a step. */
const sensitivity = 2.5;

const channel = (lead: Lead): readonly WrittenElement[] => [
  { tag: 0x003a0208, items: [code(leadCodes[lead], "MDC", `Lead ${lead}`)] },
  text(0x003a0210, "DS", String(sensitivity)),
  { tag: 0x003a0211, items: [code("uV", "UCUM", "microvolt")] },
  text(0x003a0212, "DS", "1"),
  text(0x003a0213, "DS", "0"),
  text(0x003a0215, "DS", "0"),
  text(0x003a0220, "DS", "0.05"),
  text(0x003a0221, "DS", "150"),
  short(0x003a021a, 16),
];

/** Throws where the content does not say what was measured. */
function ecgFactsOf({ record: { id, measurements = {} } }: DrawnStudy): EcgFacts {
  const measured = (name: string): number => {
    const value = measurements[name];
    if (value === undefined) throw new Error(`${id} does not say ${name}`);
    return value;
  };
  return { rate: measured("rate"), prMs: measured("prMs"), qrsMs: measured("qrsMs"), qtMs: measured("qtMs") };
}

/** What the drawn device says that it measured itself, in all leads of the first group. */
const measurement = (name: string, value: number, unit: string): readonly WrittenElement[] => [
  { tag: 0x004008ea, items: [code(unit, "UCUM", unit)] },
  short(0x0040a0b0, 1, 0),
  { tag: 0x0040a043, items: [code(name.toUpperCase().replaceAll(" ", "-"), "99CONSILIUM", name)] },
  text(0x0040a30a, "DS", String(value)),
];

const measurementsOf = ({ rate, prMs, qrsMs, qtMs }: EcgFacts): readonly (readonly WrittenElement[])[] => [
  measurement("Ventricular rate", rate, "/min"),
  measurement("PR interval", prMs, "ms"),
  measurement("QRS duration", qrsMs, "ms"),
  measurement("QT interval", qtMs, "ms"),
];

function ecgFile(study: DrawnStudy): Uint8Array {
  const facts = ecgFactsOf(study);
  const tracing = drawEcg(facts, seed);
  const length = ecg.frequency * ecg.seconds;
  const samples = new Int16Array(length * leads.length);
  for (const [index, lead] of leads.entries())
    for (const [at, value] of tracing[lead].entries())
      samples[at * leads.length + index] = Math.round(value / sensitivity);
  const heading = headingOf(study, seriesOf(study, 1), {
    sopClass: "1.2.840.10008.5.1.4.1.1.9.1.1",
    modality: "ECG",
    bodyPart: "HEART",
    imageType: "ORIGINAL\\PRIMARY",
    number: 1,
  });
  const group: readonly WrittenElement[] = [
    text(0x003a0004, "CS", "ORIGINAL"),
    short(0x003a0005, leads.length),
    { tag: 0x003a0010, vr: "UL", value: [length] },
    text(0x003a001a, "DS", String(ecg.frequency)),
    text(0x003a0020, "SH", "RHYTHM"),
    { tag: 0x003a0200, items: leads.map(channel) },
    short(0x54001004, 16),
    text(0x54001006, "CS", "SS"),
    { tag: 0x54001010, vr: "OW", value: new Uint8Array(samples.buffer) },
  ];
  return writeDicom([
    ...heading.filter(({ tag }) => tag !== 0x00080008),
    text(0x0008002a, "DT", `${study.date}${study.time}`),
    { tag: 0x0040b020, items: measurementsOf(facts) },
    { tag: 0x54000100, items: [group] },
  ]);
}

export const drawEcgStudy = (study: DrawnStudy): readonly DemoImage[] => [
  { path: pathOf(study, seriesOf(study, 1), 1), draw: () => ecgFile(study) },
];
