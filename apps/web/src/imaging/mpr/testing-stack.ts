import type { DicomDataset } from "../dicom-json.ts";
import { framesOfInstance, type OpenSeries, openSeries } from "../series-frames.ts";
import { base, ctSlice, element } from "../testing-frames.ts";
import { type SliceVolume, type VolumeRefusal, volumeOf } from "./slice-volume.ts";

/** An invented stack of six columns and four rows, as the function says of each slice. */
export function stackOf(count: number, changed: (at: number) => DicomDataset = () => ({})): OpenSeries {
  const sources = Array.from({ length: count }, (_, at) =>
    framesOfInstance(
      ctSlice(at, {
        "00280010": element("US", 4),
        "00280011": element("US", 6),
        "00200032": element("DS", -10, -20, at * 2.5),
        ...changed(at),
      }),
      base,
    ),
  );
  const series = openSeries(sources, "2.25.3", "2.25.4");
  if (!series) throw new Error("The stack has no pictures");
  return series;
}

export function volumeIn(series: OpenSeries): SliceVolume {
  const volume = volumeOf(series);
  if (!volume.ok) throw new Error(`No volume: ${volume.reason}`);
  return volume.value;
}

export function refusalOf(series: OpenSeries): VolumeRefusal | undefined {
  const volume = volumeOf(series);
  return volume.ok ? undefined : volume.reason;
}
