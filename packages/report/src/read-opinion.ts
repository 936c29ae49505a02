import {
  type Anchor,
  evidenceOf,
  type Item,
  itemFields,
  itemsOf,
  readFragment,
  sectionRoot,
} from "@consilium/workspace";
import type * as Y from "yjs";
import { bySection } from "./by-section.ts";
import type { EvidenceInput, ItemInput, OpinionInput } from "./report-input.ts";

/** All that an opinion says, read out of its document at once: the document may change or go afterwards. */
export const readOpinion = (doc: Y.Doc): OpinionInput => ({
  sections: bySection((section) => readFragment(doc.getXmlFragment(sectionRoot(section)))),
  items: itemsOf(doc).map(readItem),
  evidence: [...doc.getMap("evidence").keys()].toSorted().flatMap((id) => readEvidence(doc, id)),
});

function readItem(item: Item): ItemInput {
  const fields = Object.entries<unknown>(itemFields[item.kind]).map(([name, holds]) => [
    name,
    holds === "rich" ? readFragment(item.rich(name)) : item.scalar(name),
  ]);
  return { id: item.id, kind: item.kind, rank: item.rank, fields: Object.fromEntries(fields) };
}

/** A link to nothing that this app knows is left out: `buildReport` says that there is none. */
function readEvidence(doc: Y.Doc, id: string): EvidenceInput[] {
  const evidence = evidenceOf(doc, id);
  if (!evidence) return [];
  const { anchor, label } = evidence;
  return [{ id, words: label, quote: quoteOf(anchor), record: recordOf(anchor) }];
}

const recordOf = (anchor: Anchor): string | null => ("record" in anchor ? anchor.record : null);

const quoteOf = (anchor: Anchor): string | null =>
  "quote" in anchor && anchor.quote ? anchor.quote.exact : null;
