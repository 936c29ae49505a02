import type { DataSet } from "./data-set.ts";
import { lineOf } from "./dicom-values.ts";
import { openStored } from "./open-file.ts";

export interface WaveformChannel {
  /** "Lead I", "Lead aVR". */
  readonly name: string;
  /** "uV" wherever the file measures a voltage; else its own unit, "" where the samples are bare numbers. */
  readonly unit: string;
  /** NaN where nothing was recorded. */
  readonly samples: Float32Array;
}

/** Channels recorded together. */
export interface WaveformGroup {
  readonly label: string;
  /** Samples a second. */
  readonly frequency: number;
  readonly channels: readonly WaveformChannel[];
  /** False where the file holds fewer samples than it says. */
  readonly isWhole: boolean;
}

const microvolts = new Map([
  ["uV", 1],
  ["mV", 1000],
  ["V", 1_000_000],
]);

interface SampleForm {
  readonly bytes: number;
  readonly read: (view: DataView, at: number, little: boolean) => number;
}

/** Sample interpretations (PS3.3, C.10.9.1.5). Companded voice is not read. */
const forms: Readonly<Record<string, SampleForm>> = {
  SB: { bytes: 1, read: (view, at) => view.getInt8(at) },
  UB: { bytes: 1, read: (view, at) => view.getUint8(at) },
  SS: { bytes: 2, read: (view, at, little) => view.getInt16(at, little) },
  US: { bytes: 2, read: (view, at, little) => view.getUint16(at, little) },
  SL: { bytes: 4, read: (view, at, little) => view.getInt32(at, little) },
  UL: { bytes: 4, read: (view, at, little) => view.getUint32(at, little) },
};

/** What a stored number means: (number * factor + baseline) in the unit. */
function scaleOf(definition: DataSet): { factor: number; baseline: number; unit: string } {
  const unit = lineOf(definition.item(0x003a0211), 0x00080100);
  const sensitivity = definition.number(0x003a0210);
  if (sensitivity === null) return { factor: 1, baseline: 0, unit: "" };
  const times = microvolts.get(unit) ?? 1;
  return {
    factor: sensitivity * (definition.number(0x003a0212) ?? 1) * times,
    baseline: (definition.number(0x003a0213) ?? 0) * times,
    unit: microvolts.has(unit) ? "uV" : unit,
  };
}

const nameOf = (definition: DataSet, index: number): string =>
  lineOf(definition.item(0x003a0208), 0x00080104) || lineOf(definition, 0x003a0203) || `${index + 1}`;

function groupOf(data: DataSet): WaveformGroup | null {
  const definitions = data.items(0x003a0200);
  const form = forms[lineOf(data, 0x54001006)];
  const [said, frequency] = [data.whole(0x003a0010) ?? 0, data.number(0x003a001a) ?? 0];
  if (form === undefined || definitions.length === 0 || frequency <= 0) return null;
  if (data.whole(0x003a0005) !== definitions.length) return null;
  const bytes = data.bytes(0x54001010);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const across = definitions.length * form.bytes;
  const length = Math.min(said, Math.floor(bytes.length / across));
  const padding = data.has(0x5400100a) ? data.bytes(0x5400100a) : null;
  const missing =
    padding === null || padding.length < form.bytes
      ? Number.NaN
      : form.read(new DataView(padding.buffer, padding.byteOffset, padding.byteLength), 0, data.littleEndian);
  const channels = definitions.map((definition, index) => {
    const { factor, baseline, unit } = scaleOf(definition);
    const samples = Float32Array.from({ length }, (_, sample) => {
      const stored = form.read(view, sample * across + index * form.bytes, data.littleEndian);
      return stored === missing ? Number.NaN : stored * factor + baseline;
    });
    return { name: nameOf(definition, index), unit, samples };
  });
  return { label: lineOf(data, 0x003a0020), frequency, channels, isWhole: length === said };
}

/** The tracings of a stored ECG or other waveform; a group whose form is not known is left out. */
export function readWaveform(stored: Uint8Array): readonly WaveformGroup[] {
  return (openStored(stored)?.items(0x54000100) ?? []).map(groupOf).filter((group) => group !== null);
}
