import type { Mappable } from "@tiptap/pm/transform";
import type { Mark } from "./marks.ts";

/**
 * Marks after a change of the text, as ProseMirror moves what is drawn for them. `isTouched`: a mark's own words or their edges
 * were edited, and where it stands now only its anchor can tell.
 */
export function mapMarks(
  marks: readonly Mark[],
  mapping: Mappable,
): { readonly marks: readonly Mark[]; readonly isTouched: boolean } {
  let isTouched = false;
  const moved = marks.map((mark) => {
    const from = mapping.map(mark.from, 1);
    const to = mapping.map(mark.to, -1);
    isTouched ||=
      to - from !== mark.to - mark.from ||
      mapping.map(mark.from, -1) !== from ||
      mapping.map(mark.to, 1) !== to;
    return from === mark.from && to === mark.to ? mark : { ...mark, from, to };
  });
  return { marks: moved, isTouched };
}

export const isSameMarks = (one: readonly Mark[], other: readonly Mark[]): boolean =>
  one.length === other.length && one.every((mark, at) => isSame(mark, other[at]));

const isSame = (one: Mark, other: Mark | undefined): boolean =>
  one === other ||
  (other !== undefined &&
    one.id === other.id &&
    one.from === other.from &&
    one.to === other.to &&
    one.look === other.look &&
    one.colour === other.colour &&
    one.replacement === other.replacement &&
    one.open === other.open);
