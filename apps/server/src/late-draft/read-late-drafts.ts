import { documentId, lateDraftsOfSeat, type StoredLateDraft } from "@consilium/database";
import type { Visit } from "../api/api-context.ts";
import { readContent } from "../document/read-content.ts";
import type { Services } from "../services.ts";
import { lateText, type LateText } from "./late-text.ts";

export interface LateDraftOfDocument {
  readonly document: string;
  /** Of the newest part. */
  readonly at: string;
  /** Deleting goes up to here: what came after it was not shown yet. */
  readonly through: number;
  readonly sections: LateText[];
}

/** What a seat wrote after a document was closed, as text to copy. Nobody else's, and nothing of the document but that. */
export async function readLateDrafts(
  services: Services,
  { seat, key, row }: Pick<Visit, "seat" | "key" | "row">,
): Promise<LateDraftOfDocument[]> {
  const drafts = await lateDraftsOfSeat(services.open.pool, key, seat.id);
  const found: LateDraftOfDocument[] = [];
  for (const [document, parts] of Map.groupBy(drafts, (draft) => draft.document)) {
    const name = document.slice(document.indexOf("/") + 1);
    found.push(await describe(services, documentId(row.id, name), name, parts));
  }
  return found;
}

async function describe(
  services: Services,
  document: ReturnType<typeof documentId>,
  name: string,
  parts: readonly StoredLateDraft[],
): Promise<LateDraftOfDocument> {
  const content = await readContent(services, document);
  const sections = lateText(
    content,
    parts.map(({ bytes }) => bytes),
  );
  content.destroy();
  const last = parts.at(-1);
  return {
    document: name,
    at: last?.at.toISOString() ?? "",
    through: last?.n ?? 0,
    sections: [...sections],
  };
}
