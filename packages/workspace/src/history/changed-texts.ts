import * as Y from "yjs";
import type { Span } from "./pieces.ts";
import { firstIndex } from "./ranges.ts";
import type { HistoryReplay } from "./replay.ts";
import type { Tables } from "./tables.ts";

/** The texts in which something was written or removed between the moments, found without walking the document. */
export function changedTexts({ doc, tables }: HistoryReplay, span: Span): Set<Y.XmlText> {
  const texts = new Set<Y.XmlText>();
  for (const [client, { clock, end }] of [...writtenIn(tables, span), ...removedIn(tables, span)]) {
    const structs = doc.store.clients.get(client) ?? [];
    for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
      const struct = structs[index];
      if (!struct || struct.id.clock >= end) break;
      if (struct instanceof Y.Item && struct.parent instanceof Y.XmlText) texts.add(struct.parent);
    }
  }
  return texts;
}

type Clocks = readonly [client: number, range: { readonly clock: number; readonly end: number }];

/** A client id's rows grow with its clocks, so what it wrote between two moments is one range. */
function* writtenIn({ insertions }: Tables, { before, after }: Span): Generator<Clocks> {
  for (const [client, { clocks, rows }] of insertions) {
    const from = firstIndex(rows.length, (index) => (rows[index] ?? 0) >= before);
    const to = firstIndex(rows.length, (index) => (rows[index] ?? 0) >= after);
    const clock = clocks[from];
    if (from < to && clock !== undefined) yield [client, { clock, end: clocks[to] ?? Infinity }];
  }
}

function* removedIn({ deletions }: Tables, { before, after }: Span): Generator<Clocks> {
  for (const [client, { list }] of deletions)
    for (const range of list) if (range.row >= before && range.row < after) yield [client, range];
}
