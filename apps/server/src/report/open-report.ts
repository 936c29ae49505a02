import { noteReportOpened, readReportText } from "@consilium/database";
import type { Report } from "@consilium/report";
import type { Visit } from "../api/api-context.ts";
import type { Services } from "../services.ts";

/** The text of a report, for whoever was found to read it; that they have opened it is noted. */
export async function openReport(
  { open, now }: Pick<Services, "open" | "now">,
  { key, row, seat }: Visit,
  reportId: string,
): Promise<Report> {
  const text = await readReportText(open.database, key, reportId);
  if (!text) throw new Error("A report of the case has no text");
  const { organisationId, id: caseId } = row;
  await noteReportOpened(open.database, { reportId, seatId: seat.id, organisationId, caseId }, now());
  return JSON.parse(text.toString());
}
