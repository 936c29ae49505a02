import type { ByteRange, DataElement, DataSet } from "./data-set.ts";
import { tagName } from "./value-representation.ts";

/** Where tables and planes that are too long for the metadata lie in the stored file, by their tags. */
export type BulkPlaces = Readonly<Record<string, ByteRange>>;

const palettes = new Set([0x00281201, 0x00281202, 0x00281203, 0x00281221, 0x00281222, 0x00281223]);

/** Repeating groups: 6000 to 601E, each with an overlay of its own (PS3.5, 7.6). */
const isOverlay = (tag: number): boolean =>
  tag >= 0x60003000 && tag <= 0x601e3000 && tag % 0x20000 === 0x3000;

/** Bytes of a table or plane: a palette has 65,536 words, a plane one bit a pixel. */
const most = 16 * 1024 * 1024;

/** Whether a viewer asks for this element by itself where the metadata does not hold it. */
const isBulk = ({ tag, range, fragments }: DataElement): boolean =>
  fragments === null && range[1] > 0 && range[1] <= most && (palettes.has(tag) || isOverlay(tag));

/** `isHeld`: the metadata holds it. Null where there is none. */
export function bulkPlaces(data: DataSet, isHeld: (tag: string) => boolean): BulkPlaces | null {
  const found = data
    .elements()
    .filter((element) => isBulk(element) && !isHeld(tagName(element.tag)))
    .map(({ tag, range }) => [tagName(tag), range] as const);
  return found.length === 0 ? null : Object.fromEntries(found);
}

/** The same places in the stored file. */
export const movedBulk = (
  places: BulkPlaces | null,
  move: (place: ByteRange) => ByteRange,
): BulkPlaces | null =>
  places && Object.fromEntries(Object.entries(places).map(([tag, place]) => [tag, move(place)]));
