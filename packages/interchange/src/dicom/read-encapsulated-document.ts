import { lineOf } from "./dicom-values.ts";
import { openStored } from "./open-file.ts";

export interface EncapsulatedDocument {
  /** "application/pdf", "text/xml"; as the file says. */
  readonly mimeType: string;
  readonly title: string;
  readonly bytes: Uint8Array;
}

/** The document inside a stored file, without the byte that makes its length even. Null where there is none. */
export function readEncapsulatedDocument(stored: Uint8Array): EncapsulatedDocument | null {
  const data = openStored(stored);
  const bytes = data?.bytes(0x00420011) ?? new Uint8Array();
  if (data === null || bytes.length === 0) return null;
  const said = data.whole(0x00420015);
  const isPadded = said === null ? bytes.at(-1) === 0 : said === bytes.length - 1;
  return {
    mimeType: lineOf(data, 0x00420012).toLowerCase(),
    title: lineOf(data, 0x00420010),
    bytes: isPadded ? bytes.subarray(0, -1) : bytes,
  };
}
