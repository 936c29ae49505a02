const text = (head: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...head.subarray(from, to));

const representations = new Set(
  "AE AS AT CS DA DS DT FD FL IS LO LT OB OD OF OL OV OW PN SH SL SQ SS ST SV TM UC UI UL UN UR US UT UV".split(
    " ",
  ),
);

/** Elements that a data set without header begins with: group length, image type, SOP class, dates, modality. */
const firstElements = new Set([
  0x0000, 0x0001, 0x0002, 0x0005, 0x0008, 0x0012, 0x0014, 0x0016, 0x0018, 0x0020,
]);
const longestFirst = 2 ** 16;

function startsDataSet(head: Uint8Array, at: number, mayBeImplicit: boolean): boolean {
  if (head.length < at + 8) return false;
  const view = new DataView(head.buffer, head.byteOffset + at, 8);
  const group = view.getUint16(0, true);
  if ((group !== 0x0008 && group !== 0x0002) || !firstElements.has(view.getUint16(2, true))) return false;
  if (representations.has(text(head, at + 4, at + 6))) return true;
  return mayBeImplicit && view.getUint32(4, true) <= longestFirst;
}

/**
 * PS3.10: "DICM" after 128 bytes. Older systems leave that header out, so a data set that begins at once counts too,
 * and one behind a stray byte where its first element says what it is.
 */
export const isDicom = (head: Uint8Array): boolean =>
  text(head, 128, 132) === "DICM" || startsDataSet(head, 0, true) || startsDataSet(head, 1, false);
