import { createHash, createHmac } from "node:crypto";
import type { Booked, Bookkeeping, WriteEntry } from "@consilium/workspace-server";
import { and, asc, between, eq } from "drizzle-orm";
import type { CaseKeys } from "../case/case-keys.ts";
import { placeOf } from "../document/document-id.ts";
import type { Database } from "../open-database.ts";
import { updateLog } from "../schema/document.ts";
import { recordAct } from "./record-act.ts";

interface BookkeepingOptions {
  readonly database: Database;
  readonly keys: CaseKeys;
}

/** The audit rows of open documents. */
export function createBookkeeping({ database, keys }: BookkeepingOptions): Bookkeeping {
  const book = async (act: string, entry: Booked, body: Readonly<Record<string, unknown>>) => {
    const { organisationId, caseId } = await keys.of(placeOf(entry.document).caseId);
    await recordAct(database, {
      act,
      organisationId,
      caseId,
      personId: entry.person,
      seatId: entry.seat,
      subject: entry.document,
      body: { session: entry.session, at: entry.at.toISOString(), ...body },
    });
  };
  return {
    read: (entry) => {
      const { part, from, to, bytes } = entry;
      return book("document.read", entry, { part, from, to, bytes });
    },
    wrote: async (entry) => {
      const { from, to, rows } = entry;
      const digest = await digestOfRows(database, entry);
      await book("document.written", entry, { from, to, rows, digest });
    },
    refused: async (entry) => {
      const { reason, count, firstFrame } = entry;
      const { key } = await keys.of(placeOf(entry.document).caseId);
      // Under the case's key: a keystroke would be guessed from a plain hash.
      const frame = createHmac("sha256", key).update("refused frame\n").update(firstFrame).digest("hex");
      await book("document.refused", entry, { reason, count, frame });
    },
  };
}

/** SHA-256 over the digests of what this seat wrote there, in order. */
async function digestOfRows(database: Database, { document, seat, from, to }: WriteEntry): Promise<string> {
  const rows = await database
    .select({ digest: updateLog.digest })
    .from(updateLog)
    .where(
      and(
        eq(updateLog.documentId, document),
        eq(updateLog.seatId, seat),
        between(updateLog.sequence, from, to),
      ),
    )
    .orderBy(asc(updateLog.sequence));
  const hash = createHash("sha256");
  for (const { digest } of rows) hash.update(digest);
  return hash.digest("hex");
}
