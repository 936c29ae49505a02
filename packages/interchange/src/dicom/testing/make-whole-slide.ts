import { writeDicom, type WrittenElement } from "../write-dicom.ts";

export interface SlidePicture {
  readonly instanceUid: string;
  /** "VOLUME", "LABEL", "OVERVIEW". */
  readonly flavour: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly tile: readonly [width: number, height: number];
  /** Between pixels. */
  readonly millimetres: readonly [down: number, across: number];
  /** JPEG, row by row. */
  readonly tiles: readonly Uint8Array[];
}

const text = (tag: number, vr: string, value: string): WrittenElement => ({ tag, vr, value });
const numbers = (tag: number, vr: string, ...value: readonly number[]): WrittenElement => ({
  tag,
  vr,
  value,
});

/** One instance of VL Whole Slide Microscopy; `others` stand instead of the elements of their tags. */
export function makeSlidePicture(
  { instanceUid, flavour, width, height, tile, millimetres, tiles }: SlidePicture,
  others: readonly WrittenElement[] = [],
  transferSyntax = "1.2.840.10008.1.2.4.50",
): Uint8Array {
  const [tileWidth, tileHeight] = tile;
  const replaced = new Set(others.map(({ tag }) => tag));
  const spacing = text(0x00280030, "DS", millimetres.join("\\"));
  const elements: readonly WrittenElement[] = [
    text(0x00080008, "CS", `ORIGINAL\\PRIMARY\\${flavour}\\NONE`),
    text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.77.1.6"),
    text(0x00080018, "UI", instanceUid),
    text(0x00080060, "CS", "SM"),
    text(0x00081030, "LO", "Liver biopsy"),
    text(0x0008103e, "LO", "Block A1, H&E"),
    text(0x0020000d, "UI", "2.25.8001"),
    text(0x0020000e, "UI", "2.25.8002"),
    text(0x00209311, "CS", "TILED_FULL"),
    numbers(0x00280002, "US", 3),
    text(0x00280004, "CS", "YBR_FULL_422"),
    numbers(0x00280006, "US", 0),
    text(0x00280008, "IS", String(tiles.length)),
    numbers(0x00280010, "US", tileHeight),
    numbers(0x00280011, "US", tileWidth),
    numbers(0x00280100, "US", 8),
    numbers(0x00280101, "US", 8),
    numbers(0x00280102, "US", 7),
    numbers(0x00280103, "US", 0),
    numbers(0x00480006, "UL", width),
    numbers(0x00480007, "UL", height),
    { tag: 0x00480105, items: [[text(0x00480112, "DS", "40")]] },
    { tag: 0x52009229, items: [[{ tag: 0x00289110, items: [[spacing]] }]] },
    { tag: 0x7fe00010, fragments: [new Uint8Array(), ...tiles] },
  ];
  return writeDicom([...elements.filter(({ tag }) => !replaced.has(tag)), ...others], transferSyntax);
}
