import { uidOf } from "./dicom-values.ts";
import { hasPrefix, headerGroup, prefix } from "./open-file.ts";
import { ElementReader } from "./read-elements.ts";
import { explicitLittleEndian } from "./transfer-syntax.ts";

/** Bytes in which a header names its instance: both are among its first elements. */
const headBytes = 4096;

/**
 * What the header of a file says that the file holds (PS3.10, 7.1), while nothing else of it is read. Null where it does not say.
 */
export function namedInstance(
  file: Uint8Array,
): { readonly sopClass: string; readonly instanceUid: string } | null {
  const head = file.subarray(0, headBytes);
  if (!hasPrefix(head)) return null;
  const header = new ElementReader(head, prefix, () => undefined).read(explicitLittleEndian, headerGroup);
  const [sopClass, instanceUid] = [uidOf(header, 0x00020002), uidOf(header, 0x00020003)];
  return sopClass === "" || instanceUid === "" ? null : { sopClass, instanceUid };
}
