import { formatDocumentName, parseDocumentName } from "@consilium/clinical";
import { documentId, documentsOfCase } from "@consilium/database";
import * as Y from "yjs";
import { readContent } from "../document/read-content.ts";
import type { Services } from "../services.ts";

/**
 * Whether a suggestion lies in a layer on that target, and whether its replacement stands there already. Asked, because a
 * claim names both: whoever writes one document would else hold back the suggestions of another.
 */
export async function findSuggestion(
  services: Services,
  caseId: string,
  suggestionId: string,
  target: string,
): Promise<"open" | "accepted" | "unknown"> {
  const documents = await documentsOfCase(services.open.database, caseId);
  const isThere = documents.some(({ name }) => name === target);
  if (!isThere) return "unknown";
  const accepted = (await readContent(services, documentId(caseId, target))).getMap("accepted");
  if (accepted.has(suggestionId)) return "accepted";
  for (const { name } of documents) {
    const layer = parseDocumentName(name);
    if (layer?.kind !== "layer" || layer.target !== target) continue;
    const content = await readContent(services, documentId(caseId, formatDocumentName(layer)));
    const annotation = content.getMap("a").get(suggestionId);
    if (annotation instanceof Y.Map && annotation.get("kind") === "suggestion") return "open";
  }
  return "unknown";
}
