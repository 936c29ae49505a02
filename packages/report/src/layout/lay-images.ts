import { note, text } from "./blocks.ts";
import type { Figure } from "./layout.ts";
import type { LayPart } from "./part-source.ts";

export const layImages: LayPart = ({ report: { keyImages, imagesLeftOut = [] }, words: { t } }) => {
  if (keyImages.length + imagesLeftOut.length === 0) return undefined;
  const figures = keyImages.map(({ id, alt, caption, letter, width, height }): Figure => ({
    type: "figure",
    image: id,
    alt,
    caption,
    letter,
    width,
    height,
  }));
  const notes = imagesLeftOut.map(({ letter, ...left }) =>
    note(...(letter === null ? [] : [text(`${letter} `, true)]), text(t("printed.imageLeftOut", left))),
  );
  return [...figures, ...notes];
};
