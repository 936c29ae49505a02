import { canonicalJson, sha256Hex } from "@consilium/foundation";
import {
  fhirDocument,
  htmlFile,
  type Images,
  type PrintedAddendum,
  type Printing,
  type Report,
  type ReportChange,
  type ShownBy,
  type SignatureEvidence,
} from "@consilium/report";
import { createPdfPrinter } from "@consilium/report/pdf";
import type { KeepPdf } from "./keep-pdf.ts";
import { type SealedReport, type Sealing, sealReport } from "./seal-report.ts";
import type { Seal } from "./seal.ts";

/** In which a report is handed out. */
export const reportForms = ["html", "pdf", "fhir"] as const;
export type ReportForm = (typeof reportForms)[number];

export interface PrintedReport {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Of the file's name. */
  readonly extension: string;
  /** Sealed, and without the time stamp that its seal should have. */
  readonly lacksStamp?: boolean;
}

export interface ReportToPrint {
  readonly report: Report;
  /** Of the canonical report, lower-case hexadecimal. */
  readonly digest: string;
  /** `patient`: the plain words come first. */
  readonly reader: "clinician" | "patient";
  readonly images: Images;
  readonly addenda: readonly PrintedAddendum[];
  /** Undefined: it stands. */
  readonly change: ReportChange | undefined;
  readonly keep: KeepPdf;
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
  readonly now: Sealing["now"];
  readonly failed: Sealing["failed"];
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export function createReportPrinter({ origin, seal, now, failed }: PrinterOptions): ReportPrinter {
  const printer = createPdfPrinter();
  const checkAddress = `${new URL(origin).host}/v/`;
  const pdf = async ({ report, images, keep }: ReportToPrint, printing: Printing): Promise<SealedReport> => {
    const print = () => printer.print(report, printing, images);
    if (!seal) return { bytes: await print(), lacksStamp: false };
    return keep(await formOf(printing), async () => sealReport(await print(), report, { seal, now, failed }));
  };
  return {
    print: async (form, asked) => {
      const { report, digest, reader, images, addenda, change } = asked;
      const printing = { digest, checkAddress, reader, addenda, change };
      const signatures = evidenceOf(report, digest);
      switch (form) {
        case "html": {
          const page = await htmlFile(report, printing, { images, signatures });
          return { bytes: utf8(page), mediaType: "text/html; charset=utf-8", extension: "html" };
        }
        case "pdf":
          return { ...(await pdf(asked, printing)), mediaType: "application/pdf", extension: "pdf" };
        case "fhir": {
          const { bytes, lacksStamp } = await pdf(asked, printing);
          const files = { pdf: bytes, images, signatures };
          const bundle = await fhirDocument(report, printing, files);
          return {
            bytes: utf8(JSON.stringify(bundle)),
            mediaType: "application/fhir+json",
            extension: "json",
            lacksStamp,
          };
        }
      }
    },
    close: printer.close,
  };
}

/** For whom, with what was added, and whether it says that it no longer stands. */
async function formOf({ reader, addenda = [], change }: Printing): Promise<string> {
  const added = await sha256Hex(canonicalJson(addenda.map(({ digest }) => digest)));
  return [reader, added, ...(change ? [change.state] : [])].join("/");
}

/** Whoever signed showed the server that it was they: its word on the digest, until there are keys of their own. */
const evidenceOf = (report: Report, digest: string): readonly SignatureEvidence[] =>
  report.signers.map(({ seat, shownBy }) => ({
    seat,
    at: report.signedAt,
    format: "text/plain",
    data: utf8(`${wasShown(shownBy)} shown to the server, ${report.signedAt}, sha-256 ${digest}`),
  }));

function wasShown(by: ShownBy | undefined): string {
  switch (by) {
    case "password":
      return "password";
    case "code":
      return "code of an authenticator app";
    // Reports that were signed before it was kept, and those that the demonstration begins with.
    case undefined:
      return "identity";
  }
}
