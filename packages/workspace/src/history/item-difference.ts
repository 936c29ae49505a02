import * as Y from "yjs";
import { plain } from "../rendering.ts";
import { isSameValue } from "../rich-text/rich-node.ts";
import { type DifferenceNode, isDifferenceRun } from "./difference-node.ts";
import { blocksOf } from "./difference.ts";
import { type Entry, entryAt } from "./entries.ts";
import type { Deed } from "./log-row.ts";
import { type Change, type Span, spanOf } from "./pieces.ts";
import type { HistoryReplay } from "./replay.ts";
import { deedOf, type Tables } from "./tables.ts";

/** A structured item that came, went or changed. */
export interface ItemDifference {
  readonly id: string;
  /** Undefined where the item never said. */
  readonly kind: string | undefined;
  /** "same": only fields changed. */
  readonly state: Change;
  /** Who added or removed it; undefined for "same". */
  readonly by: Deed | undefined;
  readonly fields: readonly FieldDifference[];
}

/** A scalar with its last change, or the rich text of a long field. */
export type FieldDifference =
  | { readonly field: string; readonly before: unknown; readonly after: unknown; readonly by: Deed }
  | { readonly field: string; readonly nodes: readonly DifferenceNode[] };

/** The items that differ between two moments, by id; of those with these ids, where given. */
export function itemDifferences(
  { doc, tables }: HistoryReplay,
  from: number,
  to: number,
  ids?: Iterable<string>,
): ItemDifference[] {
  const span = spanOf(tables, from, to);
  const items = doc.getMap("items");
  return [...(ids ?? items._map.keys())].toSorted().flatMap((id) => {
    const before = mapAt(entryAt(tables, span.before, items, id));
    const entry = entryAt(tables, span.after, items, id);
    const after = mapAt(entry);
    const item = before ?? after;
    if (!item) return [];
    const state = before && after ? "same" : before ? "removed" : "added";
    const fields = fieldsOf(tables, span, { before, after, row: entry?.row });
    if (state === "same" && fields.length === 0) return [];
    return [
      {
        id,
        kind: kindOf(tables, span, before, after),
        state,
        by: state === "same" || !entry ? undefined : deedOf(tables, entry.row),
        fields,
      },
    ];
  });
}

const mapAt = (entry: Entry | undefined): Y.Map<unknown> | undefined =>
  entry?.value instanceof Y.Map ? entry.value : undefined;

type Held = Y.Map<unknown> | undefined;

interface HeldItem {
  readonly before: Held;
  readonly after: Held;
  /** That put the item there or took it away. */
  readonly row: number | undefined;
}

function kindOf(tables: Tables, span: Span, before: Held, after: Held): string | undefined {
  const kind = after
    ? entryAt(tables, span.after, after, "kind")?.value
    : before && entryAt(tables, span.before, before, "kind")?.value;
  return typeof kind === "string" ? kind : undefined;
}

/** An item that was set anew is compared with the one it replaced, field by field. */
function fieldsOf(tables: Tables, span: Span, { before, after, row }: HeldItem): FieldDifference[] {
  const names = new Set([...(before?._map.keys() ?? []), ...(after?._map.keys() ?? [])]);
  return [...names].toSorted().flatMap((field): FieldDifference[] => {
    const old = before && entryAt(tables, span.before, before, field);
    const now = after && entryAt(tables, span.after, after, field);
    const texts = [...new Set([old?.value, now?.value])].filter((value) => value instanceof Y.XmlFragment);
    if (texts.length > 0) {
      const nodes = texts.flatMap((text) => blocksOf(tables, span, text));
      return nodes.some(isChanged) ? [{ field, nodes }] : [];
    }
    const [left, right] = [plain(old?.value), plain(now?.value)];
    const last = now?.row ?? row;
    if (last === undefined || isSameValue(left, right)) return [];
    return [{ field, before: left, after: right, by: deedOf(tables, last) }];
  });
}

/** Anything but "the same at both moments". */
export const isChanged = (node: DifferenceNode): boolean =>
  node.state !== "same" ||
  (isDifferenceRun(node)
    ? node.formatted.length > 0
    : node.changed.length > 0 || node.children.some(isChanged));
