import { keepUnshown } from "../slide/unshown-slide.ts";
import type { FileInHand, Reader } from "./reader.ts";

/** The root of Philips iSyntax, whose pixels follow the XML. */
const isSyntaxRoot = "DataObject";

/** Whole slides in forms of their scanners that are no TIFF: kept, and said not to be shown. */
const nameOf = ({ kind }: FileInHand): string | null => {
  if (kind.kind === "czi") return "Zeiss CZI";
  if (kind.kind === "ets") return "Olympus ETS";
  return kind.kind === "xml" && kind.root.name === isSyntaxRoot ? "Philips iSyntax" : null;
};

export const vendorSlideReader: Reader = {
  takes: (file) => nameOf(file) !== null,
  read: (file, desk) =>
    Promise.resolve(
      keepUnshown(file, { what: `A whole slide: ${nameOf(file)}`, reason: "slide-not-shown" }, desk),
    ),
};
