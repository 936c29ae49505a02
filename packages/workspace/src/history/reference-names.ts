import * as Y from "yjs";
import { type DifferenceNode, isDifferenceRun } from "./difference-node.ts";
import { entryAt } from "./entries.ts";
import type { ItemDifference } from "./item-difference.ts";
import { type Span, spanOf } from "./pieces.ts";
import type { HistoryReplay } from "./replay.ts";

/** What is shown of a difference. */
export interface Shown {
  readonly nodes: Iterable<DifferenceNode>;
  readonly items: Iterable<ItemDifference>;
}

/**
 * What references in it are called, by id: a link to evidence by its label, a source by its title, as they stood at the later
 * moment at which they were there. Nothing that is not referred to is among them.
 */
export function referenceNames(
  { doc, tables }: HistoryReplay,
  from: number,
  to: number,
  { nodes, items }: Shown,
): Record<string, string> {
  const span = spanOf(tables, from, to);
  const ids = new Set([...[...nodes].flatMap(linksIn), ...[...items].flatMap(idsIn)]);
  const nameAt = (id: string, moment: number): string | undefined => {
    const link = entryAt(tables, moment, doc.getMap("evidence"), id)?.value;
    const item = entryAt(tables, moment, doc.getMap("items"), id)?.value;
    if (item instanceof Y.Map) return wordsOf(entryAt(tables, moment, item, "title")?.value);
    return isLabelled(link) ? wordsOf(link.label) : undefined;
  };
  return Object.fromEntries(
    [...ids].flatMap((id) => {
      const name = nameAtEither(span, (moment) => nameAt(id, moment));
      return name === undefined ? [] : [[id, name]];
    }),
  );
}

const nameAtEither = ({ before, after }: Span, nameAt: (moment: number) => string | undefined) =>
  nameAt(after) ?? nameAt(before);

const wordsOf = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

const isLabelled = (value: unknown): value is { readonly label: unknown } =>
  typeof value === "object" && value !== null && "label" in value;

function linksIn(node: DifferenceNode): readonly string[] {
  if (isDifferenceRun(node)) return [];
  const { attrs, changed, children } = node;
  const own = node.type === "evidence" ? [attrs["id"], ...changed.map(({ before }) => before)] : [];
  return [...own.filter((id) => typeof id === "string"), ...children.flatMap(linksIn)];
}

const idsIn = ({ fields }: ItemDifference): readonly string[] =>
  fields.flatMap((field) =>
    "nodes" in field ? field.nodes.flatMap(linksIn) : [...listOf(field.before), ...listOf(field.after)],
  );

const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((id) => typeof id === "string") : [];
