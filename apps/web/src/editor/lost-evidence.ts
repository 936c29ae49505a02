/** What a link to evidence no longer has: the place in its record, or the record as a whole. */
export type Lost = "place" | "record";

/** Which links of a text are orphaned. The same object as long as the editors are bound. */
export interface LostEvidence {
  /** Undefined: its place is there, or it is not known yet. */
  readonly of: (id: string) => Lost | undefined;
  readonly subscribe: (changed: () => void) => () => void;
}

/** Told anew whenever records or links change. */
export class LostLinks implements LostEvidence {
  readonly #listeners = new Set<() => void>();
  #lost: ReadonlyMap<string, Lost> = new Map();

  readonly of = (id: string): Lost | undefined => this.#lost.get(id);

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => void this.#listeners.delete(changed);
  };

  set(lost: ReadonlyMap<string, Lost>): void {
    const isSame = lost.size === this.#lost.size && [...lost].every(([id, what]) => this.of(id) === what);
    if (isSame) return;
    this.#lost = lost;
    for (const listener of this.#listeners) listener();
  }
}
