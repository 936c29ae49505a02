import { createHash } from "node:crypto";
import { readReportText, type StoredReport } from "@consilium/database";
import type { ExportedFile, ManifestReport, ZipMember } from "@consilium/exchange";
import { type Report, reportCode } from "@consilium/report";
import type { Visit } from "../api/api-context.ts";
import { reportsFor } from "../report/find-reports.ts";
import { type ReportForm, reportForms, type ReportPrinter } from "../report/forms/report-forms.ts";
import { reportToPrint } from "../report/forms/report-to-print.ts";
import type { Services } from "../services.ts";

/** A signed report that the seat may read, in all its forms. */
export interface SignedReport {
  readonly stored: StoredReport;
  readonly report: Report;
  readonly files: readonly ExportedFile[];
  readonly members: readonly ZipMember[];
  readonly inManifest: ManifestReport;
}

/** Oldest first. Each form is small: a report has words and some key images. */
export async function readReports(
  services: Services,
  printer: ReportPrinter,
  visit: Visit,
): Promise<readonly SignedReport[]> {
  const reports = await reportsFor(services, visit);
  const printed: SignedReport[] = [];
  for (const stored of reports.toReversed()) printed.push(await print(services, printer, visit, stored));
  return printed;
}

const extensions: Readonly<Record<ReportForm, string>> = { html: "html", pdf: "pdf", fhir: "fhir.json" };

async function print(
  services: Services,
  printer: ReportPrinter,
  visit: Visit,
  stored: StoredReport,
): Promise<SignedReport> {
  const text = await readReportText(services.open.database, visit.key, stored.id);
  if (!text) throw new Error("A report of the case has no text");
  const report: Report = JSON.parse(text.toString());
  const { digest, n, state, changedAt } = stored;
  const pathOf = (extension: string) => `report/${n}.${extension}`;
  const forms = [formOf(pathOf("json"), "application/json", text)];
  const toPrint = await reportToPrint(services, visit, stored, report);
  for (const form of reportForms) {
    const { bytes, mediaType } = await printer.print(form, toPrint);
    forms.push(formOf(pathOf(extensions[form]), mediaType, bytes));
  }
  return {
    stored,
    report,
    files: forms.map(({ file }) => file),
    members: forms.map(({ member }) => member),
    inManifest: {
      n,
      state,
      changedAt: changedAt?.toISOString() ?? null,
      check: new URL(`/v/${reportCode(digest)}`, services.origin).href,
      digest,
      json: pathOf("json"),
      pdf: pathOf(extensions.pdf),
      fhir: pathOf(extensions.fhir),
      html: pathOf(extensions.html),
    },
  };
}

/** A file whose bytes are in memory. */
export function formOf(
  path: string,
  mediaType: string,
  bytes: Uint8Array,
): { readonly file: ExportedFile; readonly member: ZipMember } {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const name = path.slice(path.lastIndexOf("/") + 1);
  return {
    file: { path, name, mediaType, bytes: bytes.length, sha256 },
    member: { path, bytes: bytes.length, sha256, open: () => [bytes] },
  };
}
