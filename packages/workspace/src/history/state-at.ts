import * as Y from "yjs";
import { plain } from "../rendering.ts";
import { readFragment } from "../rich-text/read-fragment.ts";
import type { RichDocument } from "../rich-text/rich-node.ts";
import type { LogRow } from "./log-row.ts";
import { createSilentDoc } from "./silent-doc.ts";

/** A document as it stood after one row: what a version shows. */
export interface StateAt {
  /** Of the last row in it; lower than what was asked for where the log is shorter. */
  readonly sequence: number;
  /** By the section's name. A section that nobody opened is missing; an empty one has no content. */
  readonly sections: Readonly<Record<string, RichDocument>>;
  /** By id; long fields as rich text. */
  readonly items: Readonly<Record<string, unknown>>;
  /** By id. */
  readonly evidence: Readonly<Record<string, unknown>>;
  /** A Yjs V1 update without any deleted content: safe to give to a reader, and what their anchors refer to. */
  readonly state: Uint8Array;
}

/** From the rows of a log, the first one included. Throws where a row refers to what no earlier row holds. */
export function stateAt(rows: Iterable<LogRow>, sequence: number): StateAt {
  const doc = createSilentDoc({ gc: true });
  let last = 0;
  for (const row of rows) {
    if (row.sequence > sequence) break;
    Y.applyUpdate(doc, row.bytes);
    last = row.sequence;
  }
  if (doc.store.pendingStructs || doc.store.pendingDs)
    throw new Error(`The log up to row ${last} refers to what no earlier row holds`);
  const names = [...doc.share.keys()].filter((name) => name.startsWith("s.")).toSorted();
  return {
    sequence: last,
    sections: Object.fromEntries(
      names.map((name) => [name.slice(2), readFragment(doc.getXmlFragment(name))]),
    ),
    items: entriesOf(doc.getMap("items")),
    evidence: entriesOf(doc.getMap("evidence")),
    state: Y.encodeStateAsUpdate(doc),
  };
}

const entriesOf = (map: Y.Map<unknown>): Record<string, unknown> =>
  Object.fromEntries([...map].map(([key, value]) => [key, plain(value)]));
