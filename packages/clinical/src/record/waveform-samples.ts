import type { SampleForm, WaveformGroup } from "./waveform.ts";

interface ReadSample {
  readonly bytes: number;
  readonly read: (view: DataView, at: number, little: boolean) => number;
}

const readers: Readonly<Record<SampleForm, ReadSample>> = {
  SB: { bytes: 1, read: (view, at) => view.getInt8(at) },
  UB: { bytes: 1, read: (view, at) => view.getUint8(at) },
  SS: { bytes: 2, read: (view, at, little) => view.getInt16(at, little) },
  US: { bytes: 2, read: (view, at, little) => view.getUint16(at, little) },
  SL: { bytes: 4, read: (view, at, little) => view.getInt32(at, little) },
  UL: { bytes: 4, read: (view, at, little) => view.getUint32(at, little) },
};

/** Of one sample of one channel. */
export const bytesOfSample = (form: SampleForm): number => readers[form].bytes;

/** One stored sample. */
export const sampleAt = (form: SampleForm, bytes: Uint8Array, littleEndian: boolean): number =>
  readers[form].read(viewOf(bytes), 0, littleEndian);

/**
 * The curve of each channel in its unit, NaN where nothing was recorded. As long as the bytes go: a recording that was cut
 * short ends where they end.
 */
export function decodeSamples(group: WaveformGroup, bytes: Uint8Array): readonly Float32Array[] {
  const { form, littleEndian, padding, channels } = group;
  const { bytes: size, read } = readers[form];
  const across = size * channels.length;
  const length = across === 0 ? 0 : Math.min(group.length, Math.floor(bytes.length / across));
  const view = viewOf(bytes);
  return channels.map(({ factor, baseline }, channel) =>
    Float32Array.from({ length }, (_, sample) => {
      const stored = read(view, sample * across + channel * size, littleEndian);
      return stored === padding ? Number.NaN : stored * factor + baseline;
    }),
  );
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);
