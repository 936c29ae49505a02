import {
  fhirDocument,
  htmlFile,
  type Printing,
  type Report,
  type SignatureEvidence,
} from "@consilium/report";
import { askTimeStamp, createPdfPrinter, sealPdf } from "@consilium/report/pdf";
import type { Seal } from "./seal.ts";

/** In which a report is handed out. */
export const reportForms = ["html", "pdf", "fhir"] as const;
export type ReportForm = (typeof reportForms)[number];

export interface PrintedReport {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Of the file's name. */
  readonly extension: string;
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

export interface PrinterOptions {
  /** The address that people are told, under which a report is looked up by its code. */
  readonly origin: string;
  /** Undefined: PDFs are not sealed. */
  readonly seal: Seal | undefined;
  readonly now: () => Date;
}

const none = new Map<string, Uint8Array>();
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export function createReportPrinter({ origin, seal, now }: PrinterOptions): ReportPrinter {
  const printer = createPdfPrinter();
  const checkAddress = `${new URL(origin).host}/v/`;
  const pdf = async (report: Report, printing: Printing): Promise<Uint8Array> =>
    sealed(await printer.print(report, printing, none), report, { seal, now });
  return {
    print: async (form, { report, digest, reader }) => {
      const printing = { digest, checkAddress, reader };
      const signatures = evidenceOf(report, digest);
      switch (form) {
        case "html": {
          const page = await htmlFile(report, printing, { images: none, signatures });
          return { bytes: utf8(page), mediaType: "text/html; charset=utf-8", extension: "html" };
        }
        case "pdf":
          return { bytes: await pdf(report, printing), mediaType: "application/pdf", extension: "pdf" };
        case "fhir": {
          const files = { pdf: await pdf(report, printing), images: none, signatures };
          const bundle = await fhirDocument(report, printing, files);
          return {
            bytes: utf8(JSON.stringify(bundle)),
            mediaType: "application/fhir+json",
            extension: "json",
          };
        }
      }
    },
    close: printer.close,
  };
}

/** Whoever signed showed by their password that it was they: the server's word on the digest, until there are keys of their own. */
const evidenceOf = (report: Report, digest: string): readonly SignatureEvidence[] =>
  report.signers.map(({ seat }) => ({
    seat,
    at: report.signedAt,
    format: "text/plain",
    data: utf8(`password shown to the server, ${report.signedAt}, sha-256 ${digest}`),
  }));

/** The seal says when it was made: a later one of the same report has another time. */
async function sealed(
  pdf: Uint8Array,
  report: Report,
  { seal, now }: Pick<PrinterOptions, "seal" | "now">,
): Promise<Uint8Array> {
  if (!seal) return pdf;
  const words = {
    reason: report.statement,
    name: report.signers.map(({ name }) => name).join(", "),
    at: now(),
    ...(seal.stampUrl !== undefined && { stamp: askTimeStamp(seal.stampUrl) }),
  };
  return sealPdf(pdf, seal.key, words);
}
