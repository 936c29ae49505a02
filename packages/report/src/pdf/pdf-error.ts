/**
 * A report that could not become a PDF. `busy`: too many wait, ask again. `stopped`: the printer was closed, or its thread
 * ended. `slow`: it took longer than the limit. `page`: the page could not be set. The message holds no words of the report.
 */
export class PdfError extends Error {
  readonly reason: "busy" | "stopped" | "slow" | "page";

  constructor(reason: PdfError["reason"], detail = "") {
    super(`The report could not be printed (${reason})${detail === "" ? "" : `: ${withoutWords(detail)}`}`);
    this.name = "PdfError";
    this.reason = reason;
  }
}

/** The compiler quotes what it could not set. */
const withoutWords = (detail: string): string =>
  detail
    .replaceAll(/`[^`]*`/g, "…")
    .replaceAll(/the text .*? could not/gs, "a text could not")
    .slice(0, 300);
