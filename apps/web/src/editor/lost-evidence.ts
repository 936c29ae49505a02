import type { ObservationChange } from "@consilium/clinical";

/** What a link to evidence no longer has: the place in its record, or the record as a whole. */
export type Lost = "place" | "record";

/** Which links of a text are orphaned, and whose values are others now. The same object as long as the editors are bound. */
export interface LostEvidence {
  /** Undefined: its place is there, or it is not known yet. */
  readonly of: (id: string) => Lost | undefined;
  /** Undefined: its value says what it said, it is about no value, or it is not known yet. */
  readonly changeOf: (id: string) => ObservationChange | undefined;
  readonly subscribe: (changed: () => void) => () => void;
}

/** Told anew whenever records or links change. */
export class LostLinks implements LostEvidence {
  readonly #listeners = new Set<() => void>();
  #lost: ReadonlyMap<string, Lost> = new Map();
  #changes: ReadonlyMap<string, ObservationChange> = new Map();

  readonly of = (id: string): Lost | undefined => this.#lost.get(id);

  readonly changeOf = (id: string): ObservationChange | undefined => this.#changes.get(id);

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => void this.#listeners.delete(changed);
  };

  set(lost: ReadonlyMap<string, Lost>, changes: ReadonlyMap<string, ObservationChange> = new Map()): void {
    const isSame = isSameMap(lost, this.#lost, Object.is) && isSameMap(changes, this.#changes, isSameChange);
    if (isSame) return;
    this.#lost = lost;
    this.#changes = changes;
    for (const listener of this.#listeners) listener();
  }
}

const isSameMap = <Value>(
  one: ReadonlyMap<string, Value>,
  other: ReadonlyMap<string, Value>,
  isSame: (value: Value, another: Value | undefined) => boolean,
): boolean => one.size === other.size && [...one].every(([id, value]) => isSame(value, other.get(id)));

const isSameChange = (one: ObservationChange, other: ObservationChange | undefined): boolean =>
  one.was.point === other?.was.point && one.now.point === other.now.point;
