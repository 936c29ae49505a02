import { type Citation, mergeCitations } from "@consilium/clinical";
import type * as Y from "yjs";
import { itemFields } from "../vocabulary/item-fields.ts";
import { addItem, type Item, itemOf, type ItemField, itemsOf, removeItem, setItemField } from "./items.ts";

type CitationField = keyof (typeof itemFields)["citation"];
const fields = Object.keys(itemFields.citation).filter(
  (name): name is CitationField => name in itemFields.citation,
);

/** What an item of the kind citation says; what an older editor left in another form is left out. */
export function citationOf({ scalar }: Item): Citation {
  const words = (field: CitationField) => {
    const value = scalar(field);
    return typeof value === "string" && value !== "" ? { [field]: value } : {};
  };
  const [year, publication] = [scalar("year"), scalar("publication")];
  return {
    ...words("authors"),
    ...words("title"),
    ...words("source"),
    ...words("volume"),
    ...words("issue"),
    ...words("pages"),
    ...words("doi"),
    ...words("pmid"),
    ...words("pmcid"),
    ...words("url"),
    ...(typeof year === "number" && { year }),
    ...(publication === "guideline" && { publication }),
    ...(scalar("retracted") === true && { retracted: true as const }),
  };
}

/** A new item behind the other citations. `id`: a new ULID. Part of its caller's transaction. */
export function addCitation(doc: Y.Doc, id: string, citation: Citation): void {
  addItem(doc, "citation", id);
  write(doc, id, citation);
}

/**
 * Makes one of two citations: the kept one gets what only the other one knows, every recommendation that names the other one
 * names the kept one, and the other one goes. One transaction. Nothing happens where one of them is gone.
 */
export function mergeCitationItems(doc: Y.Doc, keptId: string, againId: string): void {
  const [kept, again] = [itemOf(doc, keptId), itemOf(doc, againId)];
  if (!kept || !again || keptId === againId) return;
  doc.transact(() => {
    write(doc, keptId, mergeCitations(citationOf(kept), citationOf(again)), citationOf(kept));
    for (const { id, scalar } of itemsOf(doc, "recommendation")) {
      const named = idsIn(scalar("citations"));
      if (!named.includes(againId)) continue;
      setItemField(doc, id, "citations", [...new Set(named.map((one) => (one === againId ? keptId : one)))]);
    }
    removeItem(doc, againId);
  });
}

/** `before`: what the item says already, which is not written again. */
function write(doc: Y.Doc, id: string, citation: Citation, before: Citation = {}): void {
  for (const field of fields) {
    const value = citation[field];
    if (value !== undefined && value !== before[field])
      setItemField(doc, id, field satisfies ItemField, value);
  }
}

const idsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
