import { buffer } from "node:stream/consumers";
import { findSealedPdf, keepSealedPdf, type KeptPdf } from "@consilium/database";
import type { Visit } from "../../api/api-context.ts";
import type { Services } from "../../services.ts";
import type { SealedReport } from "./seal-report.ts";

/** Gives the sealed PDF of a form of a report: the kept one, or what `make` makes, which is then kept unless it lacks its stamp. */
export type KeepPdf = (form: string, make: () => Promise<SealedReport>) => Promise<SealedReport>;

/** Sealed once, under the case's key with the case's files, and handed out as it is: another seal would say another time. */
export function pdfKeeper(services: Services, { key, row }: Visit, reportId: string): KeepPdf {
  const { database } = services.open;
  const read = async ({ fileId: id, bytes }: KeptPdf): Promise<SealedReport> => ({
    bytes: await buffer(services.caseFiles.read(key, { id, bytes })),
    lacksStamp: false,
  });
  return async (form, make) => {
    const of = { caseId: row.id, reportId, form };
    const known = await findSealedPdf(database, of);
    if (known) return read(known);
    const sealed = await make();
    if (sealed.lacksStamp) return sealed;
    const pdf = sealed.bytes;
    const fileId = services.createId();
    await services.caseFiles.put(key, fileId, [pdf]);
    const { organisationId } = row;
    const made = { ...of, organisationId, fileId, bytes: pdf.length, at: services.now() };
    if (await keepSealedPdf(database, made)) return sealed;
    await services.caseFiles.remove([fileId]);
    const first = await findSealedPdf(database, of);
    if (!first) throw new Error("A sealed PDF that was kept is not there");
    return read(first);
  };
}
