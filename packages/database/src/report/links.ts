import { and, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import type { CaseKey } from "../case/case-keys.ts";
import { type SealedPlace, sealValue, unsealValue } from "../case/sealed-value.ts";
import type { Database } from "../open-database.ts";
import { report, reportLink } from "../schema/index.ts";

type LinkRow = typeof reportLink.$inferSelect;

/** A way to one report for somebody without an account. */
export interface ReportLink extends Omit<LinkRow, "sealedFor"> {
  readonly madeFor: string;
}

export type NewReportLink = Pick<
  ReportLink,
  | "id"
  | "organisationId"
  | "caseId"
  | "reportId"
  | "seatId"
  | "at"
  | "tokenHash"
  | "passcodeHash"
  | "expiresAt"
  | "madeFor"
>;

const placeOf = (id: string): SealedPlace<string> => ({ table: "report_link", column: "sealed_for", id });

export async function insertReportLink(
  transaction: Database,
  key: CaseKey,
  { madeFor, ...row }: NewReportLink,
): Promise<void> {
  const sealedFor = sealValue(key, placeOf(row.id), madeFor);
  await transaction.insert(reportLink).values({ ...row, sealedFor });
}

/** The newest first. */
export async function reportLinksOfCase(database: Database, key: CaseKey): Promise<readonly ReportLink[]> {
  const rows = await database
    .select()
    .from(reportLink)
    .where(eq(reportLink.caseId, key.caseId))
    .orderBy(desc(reportLink.at));
  return rows.map(({ sealedFor, ...row }) => ({
    ...row,
    madeFor: unsealValue(key, placeOf(row.id), sealedFor),
  }));
}

/** Whatever is wrong with a link, it is not there: nobody is told whether a secret was ever one. */
export async function findOpenLink(
  database: Database,
  tokenHash: Buffer,
  { now, mostFailures }: { readonly now: Date; readonly mostFailures: number },
): Promise<Omit<LinkRow, "sealedFor"> | undefined> {
  const [found] = await database
    .select()
    .from(reportLink)
    .where(
      and(
        eq(reportLink.tokenHash, tokenHash),
        isNull(reportLink.endedAt),
        gt(reportLink.expiresAt, now),
        lt(reportLink.failures, mostFailures),
      ),
    );
  if (!found) return undefined;
  const { sealedFor: _, ...link } = found;
  return link;
}

/** Counted before the passcode is looked at, so that many at once are no more tries. Gives how many there were with this one. */
export async function countLinkAttempt(database: Database, id: string): Promise<number> {
  const [row] = await database
    .update(reportLink)
    .set({ failures: sql`${reportLink.failures} + 1` })
    .where(eq(reportLink.id, id))
    .returning({ failures: reportLink.failures });
  return row?.failures ?? Number.POSITIVE_INFINITY;
}

/** It was the right passcode: no attempt of before counts any more. */
export async function noteLinkOpened(database: Database, id: string, at: Date): Promise<void> {
  await database
    .update(reportLink)
    .set({ failures: 0, opened: sql`${reportLink.opened} + 1`, lastOpenedAt: at })
    .where(eq(reportLink.id, id));
}

/** False: there is none such in this case, or it has ended. */
export async function endReportLink(
  transaction: Database,
  caseId: string,
  id: string,
  at: Date,
): Promise<boolean> {
  const ended = await transaction
    .update(reportLink)
    .set({ endedAt: at })
    .where(and(eq(reportLink.caseId, caseId), eq(reportLink.id, id), isNull(reportLink.endedAt)))
    .returning({ id: reportLink.id });
  return ended.length > 0;
}

/** What anybody may know of a report whose code they have: whether it stands. `prefix`: the first six bytes of a digest. */
export function reportsByCode(
  database: Database,
  prefix: Buffer,
): Promise<readonly Pick<typeof report.$inferSelect, "n" | "state" | "signedAt" | "changedAt">[]> {
  const after = Buffer.concat([prefix, Buffer.alloc(26, 0xff)]);
  return database
    .select({ n: report.n, state: report.state, signedAt: report.signedAt, changedAt: report.changedAt })
    .from(report)
    .where(and(gt(report.digest, prefix), lt(report.digest, after)))
    .limit(10);
}
