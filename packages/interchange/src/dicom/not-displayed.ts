import type { NotDisplayedReason } from "@consilium/clinical";
import type { DicomInstance } from "./dicom-instance.ts";
import { canRender, needsRendering } from "./render-frame.ts";
import { isPresentationState, ownViewerOf } from "./sop-class.ts";
import { isDrawable, isFilm, isHighThroughput, isJpegXl } from "./transfer-syntax.ts";

/** Why none of the viewers shows what is in a file. Null: one does, or its words are read. */
export function notDisplayed(instance: DicomInstance): NotDisplayedReason | null {
  if (isPresentationState(instance.sopClass)) return "presentation";
  if (instance.content === "waveform") return notDrawn(instance);
  if (instance.content === "report" || instance.content === "document") return null;
  const own = ownViewerOf(instance.sopClass);
  if (own !== null) return own;
  if (instance.content !== "picture") return "no-pixels";
  if (!isDrawable(instance.transferSyntax)) return notDecoded(instance.transferSyntax);
  if (needsRendering(instance) && !canRender(instance)) return "syntax";
  return instance.pixels === null ? "no-pixels" : null;
}

/** Curves of an ECG are drawn, and others in the same way. */
function notDrawn({ waveform }: DicomInstance): NotDisplayedReason | null {
  if (waveform?.is === "placed") return null;
  if (waveform?.is !== "not-placed") return "kind";
  return waveform.reason === "form" ? "syntax" : "too-long";
}

function notDecoded(transferSyntax: string): NotDisplayedReason {
  if (isFilm(transferSyntax)) return "film";
  if (isHighThroughput(transferSyntax)) return "htj2k";
  return isJpegXl(transferSyntax) ? "jpeg-xl" : "syntax";
}
