import { documentAccess } from "@consilium/clinical";
import { addendaOfCase, type StoredAddendum, type StoredReport } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import { reportsFor } from "../report/find-reports.ts";
import type { Services } from "../services.ts";

/** An addendum that a seat may know, with the report that it adds to. */
export interface KnownAddendum {
  readonly id: string;
  readonly addendum: StoredAddendum;
  readonly report: StoredReport;
}

const idOf = ({ documentId }: Pick<StoredAddendum, "documentId">): string =>
  documentId.slice(documentId.indexOf(".") + 1);

/** Those of reports that this seat may read, and that it may read themselves. */
export async function addendaFor(services: Services, visit: Visit): Promise<readonly KnownAddendum[]> {
  const { seat, facts, key } = visit;
  const now = services.now();
  const reports = new Map((await reportsFor(services, visit)).map((report) => [report.id, report]));
  return (await addendaOfCase(services.open.database, key)).flatMap((addendum) => {
    const id = idOf(addendum);
    const report = reports.get(addendum.reportId);
    const { read } = documentAccess({ kind: "addendum", id }, seat, facts, now);
    return report && read !== "no" ? [{ id, addendum, report }] : [];
  });
}

/** What a seat may not read is not there for it. */
export async function findAddendum(
  services: Services,
  visit: Visit,
  id: string,
): Promise<Result<KnownAddendum, RefusalReason>> {
  const found = (await addendaFor(services, visit)).find((one) => one.id === id);
  return found ? ok(found) : refuse("no-such-addendum");
}
