import { printHtml, type Report } from "@consilium/report";
import { createPdfPrinter } from "@consilium/report/pdf";

/** In which a report is handed out. */
export const reportForms = ["html", "pdf"] as const;
export type ReportForm = (typeof reportForms)[number];

export interface PrintedReport {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

export interface ReportToPrint {
  readonly report: Report;
  /** Of the canonical report, lower-case hexadecimal. */
  readonly digest: string;
  /** `patient`: the plain words come first. */
  readonly reader: "clinician" | "patient";
}

/** Prints signed reports, each form from the same words. */
export interface ReportPrinter {
  readonly print: (form: ReportForm, asked: ReportToPrint) => Promise<PrintedReport>;
  readonly close: () => Promise<void>;
}

/** `origin`: the address that people are told, under which a report is looked up by its code. */
export function createReportPrinter(origin: string): ReportPrinter {
  const pdf = createPdfPrinter();
  const checkAddress = `${new URL(origin).host}/v/`;
  const none = new Map<string, Uint8Array>();
  return {
    print: async (form, { report, digest, reader }) => {
      const printing = { digest, checkAddress, reader };
      switch (form) {
        case "html": {
          const bytes = new TextEncoder().encode(printHtml(report, printing, none));
          return { bytes, mediaType: "text/html; charset=utf-8" };
        }
        case "pdf":
          return { bytes: await pdf.print(report, printing, none), mediaType: "application/pdf" };
      }
    },
    close: pdf.close,
  };
}
