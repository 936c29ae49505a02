/** Rich text as ProseMirror's JSON, with the names of the vocabulary. */
export interface RichDocument {
  readonly type: "doc";
  readonly content: readonly RichNode[];
}

export type RichNode = RichRun | RichElement;

export interface RichRun {
  readonly type: "text";
  readonly text: string;
  /** In the order of their names; left out when there are none. */
  readonly marks?: readonly RichMark[];
}

export type RichValue = object | string | number | boolean | null;

export interface RichElement {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, RichValue>>;
  readonly content?: readonly RichNode[];
}

export interface RichMark {
  readonly type: string;
  readonly attrs: Readonly<Record<string, RichValue>>;
}

export const isAttributes = (value: unknown): value is RichMark["attrs"] =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isRichValue = (value: unknown): value is RichValue =>
  value === null || ["object", "string", "number", "boolean"].includes(typeof value);

export const isRun = (node: RichNode): node is RichRun => "text" in node;

export const run = (text: string, marks: readonly RichMark[] = []): RichRun =>
  marks.length > 0 ? { type: "text", text, marks } : { type: "text", text };

export const sortedMarks = (marks: Iterable<RichMark>): RichMark[] =>
  [...marks].toSorted((one, other) => (one.type < other.type ? -1 : 1));

/** By value: two replicas may hold the keys of an attribute in another order. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [left, right] = [Object.entries(one), new Map<string, unknown>(Object.entries(other))];
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && isSameValue(value, right.get(key)))
  );
}

/** Neighbouring runs with equal marks as one, empty ones left out: how Yjs cut the text does not show. */
export function joinRuns(nodes: Iterable<RichNode>): RichNode[] {
  const joined: RichNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (!isRun(node)) joined.push(node);
    else if (node.text === "") continue;
    else if (last && isRun(last) && isSameValue(last.marks ?? [], node.marks ?? []))
      joined[joined.length - 1] = { ...last, text: last.text + node.text };
    else joined.push(node);
  }
  return joined;
}
