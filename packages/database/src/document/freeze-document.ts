import type { DocumentId, Freeze, FreezeResult } from "@consilium/workspace-server";
import { asc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { document as documents } from "../schema/document.ts";

/**
 * SY-22, inside the transaction of the signing command. Locks what is signed and all that it quotes, in id order as the
 * append does. A document that is not open any more has moved too.
 */
export async function freezeDocument(transaction: Database, freeze: Freeze): Promise<FreezeResult> {
  const { document, inputs, digest, at } = freeze;
  const seen = new Map<DocumentId, number>(inputs.map((input) => [input.document, input.sequence]));
  const rows = await transaction
    .select({ id: documents.id, sequence: documents.sequence, state: documents.state })
    .from(documents)
    .where(inArray(documents.id, [...new Set([document, ...seen.keys()])]))
    .orderBy(asc(documents.id))
    .for("update");
  const found = new Map(rows.map((row) => [row.id, row]));
  const moved = [...seen].filter(([id, sequence]) => found.get(id)?.sequence !== sequence).map(([id]) => id);
  if (found.get(document)?.state !== "open" && !moved.includes(document)) moved.push(document);
  if (moved.length > 0) return { outcome: "moved", documents: moved };
  const [frozen] = await transaction
    .update(documents)
    .set({
      state: "frozen",
      epoch: sql`${documents.epoch} + 1`,
      frozenDigest: Buffer.from(digest, "hex"),
      frozenInputs: inputs,
      frozenAt: at,
    })
    .where(eq(documents.id, document))
    .returning({ epoch: documents.epoch });
  if (!frozen) throw new Error(`${document} was locked and is gone`);
  return { outcome: "frozen", epoch: frozen.epoch };
}
