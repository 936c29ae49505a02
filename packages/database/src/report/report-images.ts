import { and, eq } from "drizzle-orm";
import type { CaseKey } from "../case/case-keys.ts";
import { sealBytes, type SealedPlace, unsealBytes } from "../case/sealed-value.ts";
import type { Database } from "../open-database.ts";
import { reportImage } from "../schema/index.ts";

/** Of one picture of a report. */
export interface ReportImageOf {
  readonly reportId: string;
  readonly image: string;
}

const placeOf = ({ reportId, image }: ReportImageOf): SealedPlace<Uint8Array> => ({
  table: "report_image",
  column: "sealed_image",
  id: `${reportId}/${image}`,
});

export type ReportImages = ReadonlyMap<string, Uint8Array>;

/** With the report's row, in one transaction. */
export async function insertReportImages(
  transaction: Database,
  key: CaseKey,
  of: { readonly reportId: string; readonly organisationId: string; readonly caseId: string },
  images: ReportImages,
): Promise<void> {
  for (const [image, bytes] of images) {
    const place = placeOf({ reportId: of.reportId, image });
    await transaction.insert(reportImage).values({ ...of, image, sealedImage: sealBytes(key, place, bytes) });
  }
}

/** By what the report calls them. */
export async function readReportImages(
  database: Database,
  key: CaseKey,
  reportId: string,
): Promise<ReportImages> {
  const rows = await database
    .select({ image: reportImage.image, sealed: reportImage.sealedImage })
    .from(reportImage)
    .where(and(eq(reportImage.caseId, key.caseId), eq(reportImage.reportId, reportId)));
  return new Map(
    rows.map(({ image, sealed }) => [image, unsealBytes(key, placeOf({ reportId, image }), sealed)]),
  );
}

/** Undefined: the report has no such picture. */
export async function readReportImage(
  database: Database,
  key: CaseKey,
  of: ReportImageOf,
): Promise<Buffer | undefined> {
  const [row] = await database
    .select({ sealed: reportImage.sealedImage })
    .from(reportImage)
    .where(
      and(
        eq(reportImage.caseId, key.caseId),
        eq(reportImage.reportId, of.reportId),
        eq(reportImage.image, of.image),
      ),
    );
  return row && unsealBytes(key, placeOf(of), row.sealed);
}
