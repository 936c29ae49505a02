import { documentAccess } from "@consilium/clinical";
import { reportsOfCase, type StoredReport } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import type { Services } from "../services.ts";

/** The opinion's id in `<case>/opinion.<id>`. */
export const opinionOf = ({ documentId }: Pick<StoredReport, "documentId">): string =>
  documentId.slice(documentId.indexOf(".") + 1);

/** The reports whose opinions a seat may read, newest first: whoever may read a signed text may read its report. */
export async function reportsFor(services: Services, visit: Visit): Promise<readonly StoredReport[]> {
  const { seat, facts, key } = visit;
  const now = services.now();
  const reports = await reportsOfCase(services.open.database, key);
  return reports.filter(
    (report) => documentAccess({ kind: "opinion", id: opinionOf(report) }, seat, facts, now).read !== "no",
  );
}

/** What a seat may not read is not there for it. */
export async function findReport(
  services: Services,
  visit: Visit,
  id: string,
): Promise<Result<StoredReport, RefusalReason>> {
  const found = (await reportsFor(services, visit)).find((report) => report.id === id);
  return found ? ok(found) : refuse("no-such-report");
}
