import type { DocumentId, Head } from "@consilium/workspace-server";
import { eq } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { document } from "../schema/index.ts";

/**
 * How far a document's log has come, under its lock: while the transaction lasts nothing is appended to it. Undefined:
 * nobody has opened it yet.
 */
export async function documentHead(transaction: Database, id: DocumentId): Promise<Head | undefined> {
  const [head] = await transaction
    .select({ sequence: document.sequence, epoch: document.epoch, authority: document.authority })
    .from(document)
    .where(eq(document.id, id))
    .for("update");
  return head;
}
