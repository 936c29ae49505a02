import { isPatientSide } from "@consilium/clinical";
import { readReportImages, type StoredReport } from "@consilium/database";
import type { Report, ReportChange } from "@consilium/report";
import { printedAddenda } from "../../addendum/printed-addenda.ts";
import type { Visit } from "../../api/api-context.ts";
import type { Services } from "../../services.ts";
import { pdfKeeper } from "./keep-pdf.ts";
import type { ReportToPrint } from "./report-forms.ts";

/** All that stands on the forms of a report, as this seat may read it now. The plain words come first for the patient's side. */
export async function reportToPrint(
  services: Services,
  visit: Visit,
  stored: StoredReport,
  report: Report,
): Promise<ReportToPrint> {
  const { id, digest } = stored;
  return {
    report,
    digest,
    reader: isPatientSide(visit.seat) ? "patient" : "clinician",
    images: await readReportImages(services.open.database, visit.key, id),
    addenda: await printedAddenda(services, visit, id),
    change: changeOf(stored),
    keep: pdfKeeper(services, visit, id),
  };
}

function changeOf({ state, changedAt, signedAt, reason }: StoredReport): ReportChange | undefined {
  if (state === "current") return undefined;
  return { state, at: (changedAt ?? signedAt).toISOString(), reason };
}
