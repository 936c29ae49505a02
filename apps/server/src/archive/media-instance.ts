const preambleBytes = 128;
const metaGroup = 0x0002;
const mediaInstanceElement = 0x0003;
/** Their length has 32 bits, behind two reserved bytes (PS3.5, 7.1.2). */
const long = new Set(["OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV"]);

/**
 * Which instance a DICOM file says that it is, in its meta information (PS3.10, 7.1), which is always explicit and little endian.
 * Undefined where it is no DICOM file or does not say. Nothing behind it is read.
 */
export function mediaInstanceOf(file: Buffer): string | undefined {
  let at = preambleBytes + 4;
  if (file.toString("latin1", preambleBytes, at) !== "DICM") return undefined;
  while (at + 12 <= file.length && file.readUInt16LE(at) === metaGroup) {
    const isLong = long.has(file.toString("latin1", at + 4, at + 6));
    const from = at + (isLong ? 12 : 8);
    const end = from + (isLong ? file.readUInt32LE(at + 8) : file.readUInt16LE(at + 6));
    if (end > file.length) return undefined;
    if (file.readUInt16LE(at + 2) === mediaInstanceElement)
      return file.toString("latin1", from, end).replace(/[\0 ]+$/, "");
    at = end;
  }
  return undefined;
}
