import { blankPlaces } from "./blank-places.ts";

const start = 0xd8;
const end = 0xd9;
const scan = 0xda;
const comment = 0xfe;
const icc = "ICC_PROFILE\0";

const isApplication = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef;

/** What colours depend on: JFIF's header, the colour profile, Adobe's transform. Everything else tells of people and places. */
function isKept(marker: number, payload: Buffer): boolean {
  if (marker === comment) return false;
  if (!isApplication(marker) || marker === 0xe0 || marker === 0xee) return true;
  return marker === 0xe2 && payload.subarray(0, icc.length).toString("latin1") === icc;
}

/** After a scan's header: where the next marker stands that is no part of its data. */
function afterScan(bytes: Buffer, from: number): number {
  let place = bytes.indexOf(0xff, from);
  while (place !== -1) {
    const next = bytes[place + 1] ?? 0;
    const isData = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!isData) return place;
    place = bytes.indexOf(0xff, place + 1);
  }
  return bytes.length;
}

/**
 * The same picture without EXIF, XMP, IPTC, comments and whatever is hung on behind its end; its pixels are not
 * touched. A picture that is cut off stays so. Null where it is not built as ITU-T T.81 says.
 */
export const plainJpeg = (content: Uint8Array): Uint8Array | null => rebuiltJpeg(content, () => null);

const exif = "Exif\0\0";

/** The same as `plainJpeg`, with what EXIF tells of how it stands, when it was taken and with what, and not where. */
export const jpegWithoutPlace = (content: Uint8Array): Uint8Array | null =>
  rebuiltJpeg(content, (segment) => {
    // The marker and the length come first.
    const told = 4 + exif.length;
    if (segment[1] !== 0xe1 || segment.subarray(4, told).toString("latin1") !== exif) return null;
    const blanked = blankPlaces(segment.subarray(told));
    return blanked && Buffer.concat([segment.subarray(0, told), blanked]);
  });

/** `retell`: what stands instead of a segment that tells of people and places; null for nothing. */
function rebuiltJpeg(content: Uint8Array, retell: (segment: Buffer) => Buffer | null): Uint8Array | null {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length);
  if (bytes[0] !== 0xff || bytes[1] !== start) return null;
  const pieces = [bytes.subarray(0, 2)];
  let place = 2;
  while (place + 4 <= bytes.length) {
    const marker = bytes[place + 1] ?? 0;
    if (bytes[place] !== 0xff) return null;
    if (marker === 0xff) {
      place += 1;
      continue;
    }
    if (marker === end) break;
    const length = bytes.readUInt16BE(place + 2);
    if (length < 2) return null;
    const next = marker === scan ? afterScan(bytes, place + 2 + length) : place + 2 + length;
    const segment = bytes.subarray(place, next);
    const isPlain = isKept(marker, bytes.subarray(place + 4, place + 2 + length));
    const piece = isPlain ? segment : retell(segment);
    if (piece !== null) pieces.push(piece);
    place = next;
  }
  if (bytes[place] === 0xff && bytes[place + 1] === end) pieces.push(bytes.subarray(place, place + 2));
  return Buffer.concat(pieces);
}
