import { decodeSamples, type WaveformGroup } from "@consilium/clinical";
import { openStored } from "./open-file.ts";
import { waveformPlaces } from "./waveform-places.ts";

/** A group of channels with their curves. */
export interface ReadGroup extends WaveformGroup {
  /** Of each channel, in its unit. */
  readonly samples: readonly Float32Array[];
}

/** The curves of a stored ECG or other recording; a group whose form is not known is left out. */
export function readWaveform(stored: Uint8Array): readonly ReadGroup[] {
  const data = openStored(stored);
  const places = data && waveformPlaces(data);
  if (places?.is !== "placed") return [];
  return places.groups.map(({ range: [start, length], ...group }) => ({
    ...group,
    samples: decodeSamples(group, stored.subarray(start, start + length)),
  }));
}
