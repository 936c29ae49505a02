import type { ByteRange } from "./data-set.ts";
import { openFile } from "./open-file.ts";
import { isNative } from "./transfer-syntax.ts";

const pixelData = 0x7fe00010;

/**
 * Where the pixels of a file lie, by its beginning: `bytes` are as long as the file, of which the first `known` are there and zeros
 * stand for the rest. Null where only the whole file tells, and where it is not kept as it is: packed, deflated, or without a true
 * header.
 */
export function findNativePixels(bytes: Uint8Array, known: number): ByteRange | null {
  const opened = openFile(
    bytes,
    () => null,
    () => undefined,
  );
  if (!opened.ok || opened.file.needsHeader) return null;
  const { data, transferSyntax } = opened.file;
  const element = data.element(pixelData);
  if (element === null || element.fragments !== null || !isNative(transferSyntax)) return null;
  return element.range[0] <= known ? element.range : null;
}
