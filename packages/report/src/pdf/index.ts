export { PdfError } from "./pdf-error.ts";
export { createPdfPrinter, type PdfLimits, type PdfPrinter } from "./pdf-printer.ts";
