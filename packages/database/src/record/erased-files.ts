import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import {
  clinicalCase,
  conferenceRecording,
  deliveredFile,
  delivery,
  sealedPdf,
  storedFile,
} from "../schema/index.ts";
import type { DeliveryState } from "./deliveries.ts";

/** Of a case whose key was destroyed: ids of sealed files that still lie somewhere, kept ones and such that were arriving. */
export interface ErasedFiles {
  readonly organisationId: string;
  readonly caseId: string;
  readonly kept: readonly string[];
  readonly arriving: readonly string[];
}

/** `place`: the data folder whose arriving files are meant; kept ones are wherever all are kept. */
export async function erasedFiles(database: Database, place: string): Promise<readonly ErasedFiles[]> {
  const isErased = isNull(clinicalCase.wrappedKey);
  const columns = { organisationId: clinicalCase.organisationId, caseId: clinicalCase.id };
  const kept = await database
    .select({ ...columns, id: storedFile.id })
    .from(storedFile)
    .innerJoin(clinicalCase, eq(clinicalCase.id, storedFile.caseId))
    .where(isErased);
  const sealed = await database
    .select({ ...columns, id: sealedPdf.fileId })
    .from(sealedPdf)
    .innerJoin(clinicalCase, eq(clinicalCase.id, sealedPdf.caseId))
    .where(isErased);
  const recorded = await database
    .select({ ...columns, id: conferenceRecording.id })
    .from(conferenceRecording)
    .innerJoin(clinicalCase, eq(clinicalCase.id, conferenceRecording.caseId))
    .where(and(isErased, isNull(conferenceRecording.erasedAt)));
  const arriving = await database
    .select({ ...columns, id: deliveredFile.id })
    .from(deliveredFile)
    .innerJoin(delivery, eq(delivery.id, deliveredFile.deliveryId))
    .innerJoin(clinicalCase, eq(clinicalCase.id, deliveredFile.caseId))
    .where(and(isErased, eq(delivery.place, place)));
  const cases = new Map(
    [...kept, ...sealed, ...recorded, ...arriving].map(({ organisationId, caseId }) => [
      caseId,
      organisationId,
    ]),
  );
  return Array.from(cases, ([caseId, organisationId]) => ({
    organisationId,
    caseId,
    kept: idsOf(caseId, [...kept, ...sealed, ...recorded]),
    arriving: idsOf(caseId, arriving),
  }));
}

const open: readonly DeliveryState[] = ["arriving", "waiting", "reading", "asking"];

/** Their rows, once their bytes are gone. What was being delivered is cancelled. */
export async function forgetErasedFiles(
  transaction: Database,
  { caseId, kept, arriving }: ErasedFiles,
): Promise<void> {
  const of = { kept: [...kept], arriving: [...arriving] };
  await transaction
    .delete(storedFile)
    .where(and(eq(storedFile.caseId, caseId), inArray(storedFile.id, of.kept)));
  await transaction
    .delete(sealedPdf)
    .where(and(eq(sealedPdf.caseId, caseId), inArray(sealedPdf.fileId, of.kept)));
  await transaction
    .delete(conferenceRecording)
    .where(and(eq(conferenceRecording.caseId, caseId), inArray(conferenceRecording.id, of.kept)));
  await transaction
    .delete(deliveredFile)
    .where(and(eq(deliveredFile.caseId, caseId), inArray(deliveredFile.id, of.arriving)));
  await transaction
    .update(delivery)
    .set({ state: "cancelled" })
    .where(and(eq(delivery.caseId, caseId), inArray(delivery.state, [...open])));
}

const idsOf = (caseId: string, rows: readonly { readonly caseId: string; readonly id: string }[]) =>
  rows.filter((row) => row.caseId === caseId).map(({ id }) => id);
