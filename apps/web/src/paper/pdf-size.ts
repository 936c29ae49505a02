import type { PDFPageProxy } from "pdfjs-dist";
import { pixelsPerPoint } from "./open-pdf.ts";
import type { Size } from "./zoom.ts";

/** Of the upright page, in CSS pixels at natural size. */
export function sizeOfPage(page: PDFPageProxy): Size {
  const { width, height } = page.getViewport({ scale: pixelsPerPoint });
  return { width, height };
}
