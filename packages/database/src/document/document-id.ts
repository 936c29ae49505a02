import { type DocumentKind, parseDocumentName } from "@consilium/clinical";
import type { DocumentId } from "@consilium/workspace-server";

export interface DocumentPlace {
  readonly caseId: string;
  readonly name: string;
  readonly kind: DocumentKind;
}

export const documentId = (caseId: string, name: string): DocumentId => `${caseId}/${name}`;

/** Throws where it names no document: whoever comes from outside was asked before. */
export function placeOf(document: DocumentId): DocumentPlace {
  const slash = document.indexOf("/");
  const name = document.slice(slash + 1);
  const parsed = parseDocumentName(name);
  if (!parsed || slash < 1) throw new Error(`${document} is no document`);
  return { caseId: document.slice(0, slash), name, kind: parsed.kind };
}
