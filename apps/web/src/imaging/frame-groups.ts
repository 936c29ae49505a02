import { type DicomDataset, itemsAt } from "./dicom-json.ts";

const perFrame = "52009230";
const shared = "52009229";

/**
 * What holds for one frame, the nearest first: the frame's own functional groups, those of all frames, the instance.
 * `sequence` names the group: 00289110 for spacing.
 */
export function groupsOf(instance: DicomDataset, frame: number, sequence: string): readonly DicomDataset[] {
  const own = itemsAt(instance, perFrame)[frame - 1];
  const all = itemsAt(instance, shared)[0];
  return [own, all]
    .flatMap((groups) => (groups ? itemsAt(groups, sequence).slice(0, 1) : []))
    .concat([instance]);
}
