export const transferSyntaxes = {
  implicitLittleEndian: "1.2.840.10008.1.2",
  explicitLittleEndian: "1.2.840.10008.1.2.1",
  deflated: "1.2.840.10008.1.2.1.99",
  explicitBigEndian: "1.2.840.10008.1.2.2",
} as const;

/** How the data elements themselves are written. */
export interface Encoding {
  readonly explicit: boolean;
  readonly littleEndian: boolean;
}

export const implicitLittleEndian: Encoding = { explicit: false, littleEndian: true };
export const explicitLittleEndian: Encoding = { explicit: true, littleEndian: true };
const explicitBigEndian: Encoding = { explicit: true, littleEndian: false };

/** Every syntax but two is explicit and little endian: only its pixels differ. */
export function encodingOf(transferSyntax: string): Encoding {
  if (transferSyntax === transferSyntaxes.implicitLittleEndian) return implicitLittleEndian;
  return transferSyntax === transferSyntaxes.explicitBigEndian ? explicitBigEndian : explicitLittleEndian;
}

/** Pixels as they are, each frame after the other. */
export const isNative = (transferSyntax: string): boolean =>
  transferSyntax === transferSyntaxes.implicitLittleEndian ||
  transferSyntax === transferSyntaxes.explicitLittleEndian ||
  transferSyntax === transferSyntaxes.explicitBigEndian;

/** JPEG baseline, extended, lossless; JPEG-LS; JPEG 2000; RLE. */
const decoded = new Set(
  ["4.50", "4.51", "4.57", "4.70", "4.80", "4.81", "4.90", "4.91", "5"].map(
    (end) => `1.2.840.10008.1.2.${end}`,
  ),
);

/** Whether a browser's viewer draws it: not films, HTJ2K, JPEG XL and whatever comes after them. */
export const isDrawable = (transferSyntax: string): boolean =>
  isNative(transferSyntax) || decoded.has(transferSyntax);

/** MPEG-2, MPEG-4 and HEVC: frames lie in one stream and cannot be handed out one by one. */
export const isFilm = (transferSyntax: string): boolean =>
  /^1\.2\.840\.10008\.1\.2\.4\.10\d(?:\.1)?$/.test(transferSyntax);

/** HTJ2K: lossless, lossless with its resolutions in order, or either. */
export const isHighThroughput = (transferSyntax: string): boolean =>
  /^1\.2\.840\.10008\.1\.2\.4\.20[1-3]$/.test(transferSyntax);

/** Lossless, a JPEG packed anew, or either. */
export const isJpegXl = (transferSyntax: string): boolean =>
  /^1\.2\.840\.10008\.1\.2\.4\.11[0-2]$/.test(transferSyntax);
