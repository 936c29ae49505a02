import { fileURLToPath } from "node:url";
import type { PDFDocumentProxy } from "pdfjs-dist";
import { kept, type Kept, notRead, type NotKept } from "../file-reading.ts";
import type { OutcomeReason } from "../reasons.ts";
import type { Source } from "../source.ts";
import type { Desk, FileInHand, Reader } from "./reader.ts";
import { headingOf } from "./record-of-file.ts";

/** Pages that are asked for words, and how many letters make a page one with text: a stamp on a scan is none. */
const pagesAsked = 20;
const lettersOfText = 20;

interface PdfFacts {
  /** Null where a password is needed. */
  readonly pages: number | null;
  readonly hasText: boolean;
  readonly reason: OutcomeReason | null;
}

const library = fileURLToPath(import.meta.resolve("pdfjs-dist/package.json")).replace(/package\.json$/, "");

async function openPdf(source: Source): Promise<PDFDocumentProxy | "protected" | "damaged"> {
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  class Range extends pdfjs.PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number): void {
      void source.read(begin, Math.min(end, source.bytes) - begin).then(
        (bytes) => this.onDataRange(begin, bytes.slice()),
        () => this.abort(),
      );
    }
  }
  const task = pdfjs.getDocument({
    range: new Range(source.bytes, null),
    rangeChunkSize: 2 ** 18,
    disableAutoFetch: true,
    disableStream: true,
    cMapUrl: `${library}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${library}standard_fonts/`,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy();
    // No memory is no fault of the document: the process makes room for a fresh one.
    if (error instanceof Error && /allocation failed|out of memory/i.test(error.message))
      throw new RangeError(error.message, { cause: error });
    return error instanceof Error && error.name === "PasswordException" ? "protected" : "damaged";
  }
}

async function lettersOn(document: PDFDocumentProxy, number: number): Promise<number> {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    const words = items.map((item) => ("str" in item ? item.str : "")).join("");
    return words.replace(/\s+/g, "").length;
  } catch {
    // One page that cannot be read is no page with text; the document still is one.
    return 0;
  }
}

async function factsOf(document: PDFDocumentProxy): Promise<PdfFacts> {
  const pages = document.numPages;
  let hasText = false;
  for (let number = 1; number <= Math.min(pages, pagesAsked) && !hasText; number += 1)
    hasText = (await lettersOn(document, number)) >= lettersOfText;
  const hasScripts = (await document.getJSActions()) !== null || (await document.hasJSActions());
  return { pages, hasText, reason: hasScripts ? "scripts-not-run" : null };
}

async function lookAt(source: Source): Promise<PdfFacts | null> {
  const opened = await openPdf(source);
  if (opened === "damaged") return null;
  if (opened === "protected") return { pages: null, hasText: false, reason: "needs-password" };
  try {
    return opened.numPages > 0 ? await factsOf(opened) : null;
  } finally {
    await opened.loadingTask.destroy();
  }
}

async function readPdf(file: FileInHand, desk: Desk): Promise<Kept | NotKept> {
  const facts = await lookAt(file.source);
  if (facts === null) return notRead("damaged");
  const stored = await desk.storeSource({ name: file.name, mediaType: "application/pdf" }, file.source);
  const content = { file: stored, pages: facts.pages, hasText: facts.hasText };
  const record = { ...headingOf(file, desk), kind: "document" as const, content };
  return kept({ records: [record], reason: facts.reason });
}

/** Kept as it came. It is looked into for its pages and words; what would run in it never does. */
export const pdfReader: Reader = { takes: ({ kind: { kind } }) => kind === "pdf", read: readPdf };
