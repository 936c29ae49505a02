import type { DocumentKind } from "@consilium/clinical";
import type { DocumentId } from "@consilium/workspace-server";
import type { Pool } from "pg";
import { placeOf } from "./document-id.ts";

/** The others are made by a command: an opinion that nobody began does not come into being because somebody asked for it. */
const madeByOpening: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  "story",
  "story.prior",
  "referral",
  "referral.prior",
  "workpad",
  "layer",
]);

/** The row that the append locks. */
export async function ensureDocument(pool: Pick<Pool, "query">, document: DocumentId): Promise<void> {
  const { caseId, name, kind } = placeOf(document);
  if (!madeByOpening.has(kind)) return;
  await pool.query({
    name: "ensure_document",
    text: "select ensure_document($1, $2, $3)",
    values: [caseId, name, kind],
  });
}
