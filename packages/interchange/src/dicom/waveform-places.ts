import {
  bytesOfSample,
  leadNamed,
  sampleAt,
  sampleForms,
  type WaveformAnnotation,
  type WaveformChannel,
  type WaveformGroup,
} from "@consilium/clinical";
import type { ByteRange, DataSet } from "./data-set.ts";
import { dicomLimits } from "./dicom-limits.ts";
import { lineOf } from "./dicom-values.ts";
import { annotationsOf } from "./waveform-annotations.ts";

/** A group of channels, and where its samples lie in the stored file. */
export interface PlacedGroup extends WaveformGroup {
  readonly range: ByteRange;
}

/** The curves of one file: so that their samples are read by their ranges, as pixels are. */
export type WaveformPlaces =
  | {
      readonly is: "placed";
      readonly groups: readonly PlacedGroup[];
      readonly annotations: readonly WaveformAnnotation[];
    }
  /** `form`: none of its groups is in a form that is read; `too-long`: beyond `dicomLimits`. */
  | { readonly is: "not-placed"; readonly reason: "form" | "too-long" };

const sequence = 0x54000100;
const samplesTag = 0x54001010;

const microvolts = new Map([
  ["uV", 1],
  ["mV", 1000],
  ["V", 1_000_000],
]);

/** Characters of a channel's or a group's name, and of a unit. */
const longestName = 64;

/** What a stored number means; a skew between channels is not corrected, an ECG's are recorded at once. */
function scaleOf(definition: DataSet): Pick<WaveformChannel, "factor" | "baseline" | "unit"> {
  const unit = lineOf(definition.item(0x003a0211), 0x00080100);
  const sensitivity = definition.number(0x003a0210);
  if (sensitivity === null) return { factor: 1, baseline: 0, unit: "" };
  const times = microvolts.get(unit) ?? 1;
  const factor = sensitivity * (definition.number(0x003a0212) ?? 1) * times;
  const baseline = (definition.number(0x003a0213) ?? 0) * times;
  if (!Number.isFinite(factor) || !Number.isFinite(baseline)) return { factor: 1, baseline: 0, unit: "" };
  return { factor, baseline, unit: microvolts.has(unit) ? "uV" : unit.slice(0, longestName) };
}

function channelOf(definition: DataSet, index: number): WaveformChannel {
  const source = definition.item(0x003a0208);
  const [code, meaning, label] = [
    lineOf(source, 0x00080100),
    lineOf(source, 0x00080104),
    lineOf(definition, 0x003a0203),
  ];
  const name = leadNamed(code, meaning) ?? leadNamed("", label) ?? (meaning || label || `${index + 1}`);
  return {
    name: name.slice(0, longestName).toWellFormed(),
    ...scaleOf(definition),
    lowHz: frequencyOf(definition, 0x003a0220),
    highHz: frequencyOf(definition, 0x003a0221),
    notchHz: frequencyOf(definition, 0x003a0222),
  };
}

function frequencyOf(definition: DataSet, tag: number): number | null {
  const hertz = definition.number(tag);
  return hertz !== null && hertz >= 0 ? hertz : null;
}

function paddingOf(data: DataSet, form: WaveformGroup["form"]): number | null {
  const bytes = data.bytes(0x5400100a);
  return bytes.length < bytesOfSample(form) ? null : sampleAt(form, bytes, data.littleEndian);
}

/** Null: in a form that is not read. */
function groupOf(data: DataSet): PlacedGroup | null {
  const definitions = data.items(0x003a0200);
  const form = sampleForms.find((known) => known === lineOf(data, 0x54001006));
  const [said, frequency] = [data.whole(0x003a0010) ?? 0, data.number(0x003a001a) ?? 0];
  if (form === undefined || definitions.length === 0 || frequency <= 0) return null;
  if (definitions.length > dicomLimits.waveformChannels) return null;
  if (data.whole(0x003a0005) !== definitions.length) return null;
  const [start, bytes] = data.element(samplesTag)?.range ?? [0, 0];
  const across = definitions.length * bytesOfSample(form);
  const length = Math.min(said, Math.floor(bytes / across));
  return {
    label: lineOf(data, 0x003a0020).slice(0, longestName).toWellFormed(),
    frequency,
    length,
    isWhole: length === said,
    form,
    littleEndian: data.littleEndian,
    padding: paddingOf(data, form),
    channels: definitions.map(channelOf),
    range: [start, length * across],
  };
}

/**
 * The curves of a file; null where it has none. A group whose form is not known is left out; what the device wrote names
 * groups by their numbers in the file, which become those of the groups that are left.
 */
export function waveformPlaces(data: DataSet): WaveformPlaces | null {
  const items = data.items(sequence);
  if (!data.has(sequence)) return null;
  if (items.length > dicomLimits.waveformGroups) return { is: "not-placed", reason: "too-long" };
  const read = items.map(groupOf);
  const groups = read.filter((group) => group !== null);
  if (groups.every(({ length }) => length === 0)) return { is: "not-placed", reason: "form" };
  const bytes = groups.reduce((sum, { range }) => sum + range[1], 0);
  if (bytes > dicomLimits.waveformBytes) return { is: "not-placed", reason: "too-long" };
  const numbers = new Map(
    read.flatMap((group, at) => (group === null ? [] : [[at + 1, groups.indexOf(group) + 1] as const])),
  );
  return { is: "placed", groups, annotations: annotationsOf(data, numbers) };
}

/** The same curves in the stored file. */
export function movedWaveform(
  places: WaveformPlaces | null,
  move: (place: ByteRange) => ByteRange,
): WaveformPlaces | null {
  if (places?.is !== "placed") return places;
  const groups = places.groups.map((group): PlacedGroup => ({ ...group, range: move(group.range) }));
  return { ...places, groups };
}
