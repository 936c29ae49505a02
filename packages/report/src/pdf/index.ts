export { figureFont } from "./fonts.ts";
export { PdfError } from "./pdf-error.ts";
export { createPdfPrinter, type PdfLimits, type PdfPrinter } from "./pdf-printer.ts";
export { openSealKey, type SealKey, SealKeyError } from "./seal-key.ts";
export { sealPdf, type SealWords } from "./seal-pdf.ts";
export { askTimeStamp, type StampTime, TimeStampError } from "./time-stamp.ts";
