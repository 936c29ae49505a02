import { type ClinicalRecord, type EditedRecord, editionChanges, recordSchema } from "@consilium/clinical";
import {
  type CaseKey,
  type Database,
  markRecordRevealing,
  recordAct,
  recordsOfKind,
  replaceRecord,
} from "@consilium/database";

export interface FiledRecords {
  readonly key: CaseKey;
  /** Filed just now, in this transaction. */
  readonly records: readonly ClinicalRecord[];
  /** Of whoever handed them over. */
  readonly seatId: string;
  /** The delivery, or the import, that they came by. */
  readonly cameBy: string;
}

/**
 * A newer version of a document takes the earlier one's place, whichever came first, as if a person had said so: by the same row,
 * to be taken back in the same way. Under the case's lock. The audit says that nobody said it.
 */
export async function replaceEditions(transaction: Database, filed: FiledRecords): Promise<void> {
  const { key, records, seatId, cameBy } = filed;
  const added = records.filter(({ edition }) => edition !== undefined);
  if (added.length === 0) return;
  const there = await recordsOfKind(transaction, key, [...new Set(added.map(({ kind }) => kind))]);
  const reveals = new Map(there.map((record) => [record.id, record.reveals]));
  const edited = there.flatMap(({ content }) => editedOf(recordSchema.parse(content)));
  const changes = editionChanges(edited, new Set(added.map(({ id }) => id)));
  for (const { earlier, newer } of changes) {
    await replaceRecord(transaction, key.caseId, earlier, newer);
    await recordAct(transaction, {
      organisationId: key.organisationId,
      caseId: key.caseId,
      personId: null,
      seatId,
      act: "record.replaced",
      subject: newer,
      body: { earlier, by: "import", cameBy },
    });
  }
  // What told the first opinion goes on telling it, also through a version that came between.
  const revealing = changes.filter(({ earlier, newer }) => reveals.get(earlier) || reveals.get(newer));
  for (const { newer } of revealing) await markRecordRevealing(transaction, key.caseId, newer, true);
}

const editedOf = ({ id, kind, title, edition }: ClinicalRecord): readonly EditedRecord[] =>
  edition ? [{ id, kind, title, edition }] : [];
