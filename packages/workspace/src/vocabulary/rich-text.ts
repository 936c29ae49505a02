import { isUlid } from "@consilium/foundation";
import { type Accepts, type BlocksRule, element } from "./rule.ts";
import { isCount, isPlainData } from "./values.ts";

const attributes = (accepted: Record<string, Accepts>): BlocksRule => ({
  ...element,
  attributes: new Map(Object.entries(accepted)),
});

const cell = attributes({
  colspan: isCount,
  rowspan: isCount,
  colwidth: (value) => Array.isArray(value) && value.length <= 100 && value.every(isCount),
});

/** Every node of the editor, by its ProseMirror name. Which may stand in which is the editor's guard, not the gate's. */
export const nodes: ReadonlyMap<string, BlocksRule> = new Map(
  Object.entries({
    paragraph: element,
    heading: attributes({ level: (value) => value === 2 || value === 3 }),
    bulletList: element,
    orderedList: attributes({ start: isCount }),
    listItem: element,
    blockquote: element,
    hardBreak: element,
    table: element,
    tableRow: element,
    tableHeader: cell,
    tableCell: cell,
    evidence: attributes({ id: isUlid }),
  }),
);

const isEmpty: Accepts = (value) => isPlainData(value) && Object.keys(Object(value)).length === 0;

/** An address and nothing else: how a link opens and looks is the renderer's. */
const isLink: Accepts = (value) => {
  if (!isPlainData(value) || typeof value !== "object" || value === null) return false;
  const { href, ...rest } = value as { href?: unknown }; // Any object may be asked for it.
  return (
    Object.values(rest).every((other) => other === null) &&
    typeof href === "string" &&
    href.length <= 2000 &&
    /^(https:\/\/|mailto:)/i.test(href)
  );
};

/** Every mark. Its value is the mark's attributes; null takes the mark off. */
export const marks: ReadonlyMap<string, Accepts> = new Map([
  ["bold", isEmpty],
  ["italic", isEmpty],
  ["link", isLink],
]);
