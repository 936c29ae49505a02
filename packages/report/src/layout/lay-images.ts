import type { LayPart } from "./part-source.ts";

export const layImages: LayPart = ({ report: { keyImages } }) =>
  keyImages.length === 0
    ? undefined
    : keyImages.map(({ id, alt, caption, letter, width, height }) => ({
        type: "figure",
        image: id,
        alt,
        caption,
        letter,
        width,
        height,
      }));
