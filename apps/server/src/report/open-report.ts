import { noteReportOpened, readReportText } from "@consilium/database";
import type { Report } from "@consilium/report";
import type { Visit } from "../api/api-context.ts";
import type { Services } from "../services.ts";

/** The text of a report, for whoever was found to read it; that they have opened it is noted. */
export async function openReport(
  services: Pick<Services, "open" | "now">,
  visit: Visit,
  reportId: string,
): Promise<Report> {
  const text = await readReportText(services.open.database, visit.key, reportId);
  if (!text) throw new Error("A report of the case has no text");
  await noteOpened(services, visit, reportId);
  return JSON.parse(text.toString());
}

/** Whoever was given a report, on a page or as a file, is told when it no longer stands. */
export const noteOpened = (
  { open, now }: Pick<Services, "open" | "now">,
  { row: { organisationId, id: caseId }, seat }: Visit,
  reportId: string,
): Promise<void> =>
  noteReportOpened(open.database, { reportId, seatId: seat.id, organisationId, caseId }, now());
