import type { RootKind, Thread } from "@consilium/workspace";

export type MarkState = "open" | "resolved" | "all";

/** Which of the marks are shown. An empty list of authors or kinds lets all through. */
export interface MarkFilter {
  /** Seats. */
  readonly authors: readonly string[];
  readonly kinds: readonly RootKind[];
  readonly state: MarkState;
}

export const everyOpen: MarkFilter = { authors: [], kinds: [], state: "open" };

type Filterable = Pick<Thread, "by" | "kind" | "state">;

export const passes = ({ authors, kinds, state }: MarkFilter, mark: Filterable): boolean =>
  (authors.length === 0 || authors.includes(mark.by)) &&
  (kinds.length === 0 || kinds.includes(mark.kind)) &&
  (state === "all" || (mark.state.is === "open") === (state === "open"));

/** What each choice would show, the others being as they are. */
export interface MarkCounts {
  readonly authors: ReadonlyMap<string, number>;
  readonly kinds: ReadonlyMap<RootKind, number>;
  readonly states: Readonly<Record<MarkState, number>>;
}

/** Every author and kind that occurs has a count, which may be 0. */
export function countMarks(marks: readonly Filterable[], filter: MarkFilter): MarkCounts {
  const count = (changed: Partial<MarkFilter>) =>
    marks.filter((mark) => passes({ ...filter, ...changed }, mark)).length;
  const authors = new Set([...marks.map(({ by }) => by), ...filter.authors]);
  const kinds = new Set([...marks.map(({ kind }) => kind), ...filter.kinds]);
  return {
    authors: new Map([...authors].map((by) => [by, count({ authors: [by] })])),
    kinds: new Map([...kinds].map((kind) => [kind, count({ kinds: [kind] })])),
    states: {
      open: count({ state: "open" }),
      resolved: count({ state: "resolved" }),
      all: count({ state: "all" }),
    },
  };
}

/** The list with it, or without it where it was in it. */
export const toggled = <Item>(list: readonly Item[], item: Item): readonly Item[] =>
  list.includes(item) ? list.filter((one) => one !== item) : [...list, item];
