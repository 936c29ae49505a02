const asBuffer = (content: Uint8Array): Buffer =>
  Buffer.from(content.buffer, content.byteOffset, content.length);

const toldInPng = new Set(["eXIf", "tEXt", "zTXt", "iTXt", "tIME"]);
const pngHead = 8;

/** A PNG without EXIF and texts; its pixels are not touched. Null where it is not built as one. */
export function plainPng(content: Uint8Array): Uint8Array | null {
  const bytes = asBuffer(content);
  const pieces = [bytes.subarray(0, pngHead)];
  let place = pngHead;
  while (place + 12 <= bytes.length) {
    const next = place + 12 + bytes.readUInt32BE(place);
    const name = bytes.toString("latin1", place + 4, place + 8);
    if (!/^[A-Za-z]{4}$/.test(name)) return null;
    if (!toldInPng.has(name)) pieces.push(bytes.subarray(place, next));
    if (name === "IEND") return Buffer.concat(pieces);
    place = next;
  }
  // Cut off: what is there of the last chunk belongs to the picture.
  if (place < bytes.length) pieces.push(bytes.subarray(place));
  return Buffer.concat(pieces);
}

const toldInWebp = new Set(["EXIF", "XMP "]);
const webpHead = 12;
/** Of the extended header: that there is EXIF, that there is XMP. */
const toldFlags = 0x08 | 0x04;

/** A WebP without EXIF and XMP; its pixels are not touched. Null where it is not built as one. */
export function plainWebp(content: Uint8Array): Uint8Array | null {
  const bytes = asBuffer(content);
  const pieces: Buffer[] = [];
  let place = webpHead;
  while (place + 8 <= bytes.length) {
    const length = bytes.readUInt32LE(place + 4);
    const next = place + 8 + length + (length % 2);
    const name = bytes.toString("latin1", place, place + 4);
    const chunk = Buffer.from(bytes.subarray(place, next));
    if (name === "VP8X" && chunk.length > 8) chunk[8] = (chunk[8] ?? 0) & ~toldFlags;
    if (!toldInWebp.has(name)) pieces.push(chunk);
    place = next;
  }
  if (pieces.length === 0) return null;
  const body = Buffer.concat(pieces);
  const head = Buffer.from(bytes.subarray(0, webpHead));
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}
