import { type LeftOutPixels, lengthBytes } from "./left-out-pixels.ts";
import { openStoredPixels } from "./open-file.ts";
import { isNative } from "./transfer-syntax.ts";
import { hasShortLength } from "./value-representation.ts";

/**
 * Where the pixels of a file of `total` bytes lie, by its beginning. Null where only the whole file tells, and where it is not
 * kept as it is: packed, deflated, or without a true header.
 */
export function findNativePixels(head: Uint8Array, total: number): LeftOutPixels | null {
  const found = openStoredPixels(head);
  if (found === null || found.element.fragments !== null || !isNative(found.transferSyntax)) return null;
  const [start] = found.element.range;
  if (start > head.length || hasShortLength(found.element.vr)) return null;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const said = view.getUint32(start - lengthBytes, found.littleEndian);
  const there = total - start;
  return {
    range: [start, Math.min(said, there)],
    pieces: null,
    warnings: said > there ? ["cut-short"] : [],
  };
}
