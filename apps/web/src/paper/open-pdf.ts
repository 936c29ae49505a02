import {
  getDocument,
  GlobalWorkerOptions,
  PasswordResponses,
  type PDFDocumentLoadingTask,
  ResponseException,
  version,
} from "pdfjs-dist";
// oxlint-disable-next-line import/default -- Vite makes it: the address of the built file.
import workerAddress from "pdfjs-dist/build/pdf.worker.min.mjs?url";
import type { FileAddress } from "./case-files.ts";

/** `vite.config.ts` copies them there out of pdfjs-dist. */
const parts = new URL(`/assets/pdfjs-${version}/`, location.origin).href;

/** Bytes of one request: a segment of the sealed file. */
const rangeChunkSize = 256 * 1024;

/** A PDF's own length unit is 1/72 inch, that of the screen 1/96. */
export const pixelsPerPoint = 96 / 72;

/**
 * Only what the pages on screen need is fetched: a scanned file may have hundreds of megabytes. No script of a document runs, no
 * form of XFA is drawn.
 */
export function openPdf(
  { address, headers }: FileAddress,
  onLocked: (unlock: (password: string) => void, wasWrong: boolean) => void,
): PDFDocumentLoadingTask {
  GlobalWorkerOptions.workerSrc = workerAddress;
  const task = getDocument({
    url: new URL(address, location.origin),
    httpHeaders: headers,
    rangeChunkSize,
    disableStream: true,
    disableAutoFetch: true,
    enableXfa: false,
    cMapUrl: `${parts}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${parts}standard_fonts/`,
    wasmUrl: `${parts}wasm/`,
    iccUrl: `${parts}iccs/`,
  });
  task.onPassword = (unlock: (password: string) => void, reason: number) =>
    onLocked(unlock, reason === PasswordResponses.INCORRECT_PASSWORD);
  return task;
}

export type OpeningFailure = "not-received" | "not-opened";

export const failureOf = (error: unknown): OpeningFailure =>
  error instanceof ResponseException || isNetworkFailure(error) ? "not-received" : "not-opened";

/** The worker hands on no class of the browser's errors, only their words. */
const isNetworkFailure = (error: unknown): boolean =>
  error instanceof Error && /failed to fetch|networkerror|load failed/i.test(error.message);
