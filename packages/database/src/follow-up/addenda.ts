import { and, asc, eq, isNull } from "drizzle-orm";
import type { CaseKey } from "../case/case-keys.ts";
import { sealBytes, type SealedPlace, unsealBytes } from "../case/sealed-value.ts";
import type { Database } from "../open-database.ts";
import { addendum } from "../schema/index.ts";

type AddendumRow = typeof addendum.$inferSelect;

/** What somebody adds, or has added, to a signed report. */
export interface StoredAddendum extends Omit<AddendumRow, "sealedText" | "digest"> {
  /** SHA-256 of the canonical addendum, lower-case hexadecimal; null before it is signed. */
  readonly digest: string | null;
  /** In the bytes that the digest is of; null before it is signed. */
  readonly text: Buffer | null;
}

export type NewAddendum = Pick<
  AddendumRow,
  "documentId" | "organisationId" | "caseId" | "reportId" | "seatId" | "at"
>;

const placeOf = (id: string): SealedPlace<Uint8Array> => ({ table: "addendum", column: "sealed_text", id });

export async function insertAddendum(transaction: Database, begun: NewAddendum): Promise<void> {
  await transaction.insert(addendum).values(begun);
}

/** In the order in which they were begun. */
export async function addendaOfCase(database: Database, key: CaseKey): Promise<readonly StoredAddendum[]> {
  const rows = await database
    .select()
    .from(addendum)
    .where(eq(addendum.caseId, key.caseId))
    .orderBy(asc(addendum.at), asc(addendum.documentId));
  return rows.map(({ sealedText, digest, ...row }) => ({
    ...row,
    digest: digest?.toString("hex") ?? null,
    text: sealedText && unsealBytes(key, placeOf(row.documentId), sealedText),
  }));
}

export interface AddendumSigned {
  readonly seatId: string;
  readonly at: Date;
  readonly digest: string;
  readonly text: Uint8Array;
}

/** Once: a second signature finds none to sign. Gives whether it was signed by this. */
export async function signAddendum(
  transaction: Database,
  key: CaseKey,
  documentId: string,
  { seatId, at, digest, text }: AddendumSigned,
): Promise<boolean> {
  const signed = await transaction
    .update(addendum)
    .set({
      signedAt: at,
      signedBy: seatId,
      digest: Buffer.from(digest, "hex"),
      sealedText: sealBytes(key, placeOf(documentId), text),
    })
    .where(
      and(eq(addendum.caseId, key.caseId), eq(addendum.documentId, documentId), isNull(addendum.signedAt)),
    )
    .returning({ id: addendum.documentId });
  return signed.length > 0;
}
