import type * as Y from "yjs";
import { type Standing, wordsIn } from "./words.ts";

/** One thing that a writer did to a word: each word is a paragraph of its own, and no two are the same. */
export interface Act {
  readonly kind: "insert" | "delete" | "embolden";
  readonly word: string;
}

/** What is wrong with a replica, by the words that it is wrong about. */
export interface Verdict {
  /** Acknowledged and not there, its format included. */
  readonly lost: readonly string[];
  /** There more than once, or written by nobody. */
  readonly duplicated: readonly string[];
  /** Acknowledged as deleted, and there. */
  readonly resurrected: readonly string[];
}

type Saved = ReadonlyMap<string, number>;

/** All that was done to a document, and how much of it the server has called saved. */
export class Ledger {
  readonly #acts = new Map<string, Act[]>();
  readonly #saved = new Map<string, number>();

  wrote(writer: string, act: Act): void {
    const acts = this.#acts.get(writer);
    if (acts) acts.push(act);
    else this.#acts.set(writer, [act]);
  }

  /** How many acts a writer has done. */
  count(writer: string): number {
    return this.#acts.get(writer)?.length ?? 0;
  }

  /** The first so many acts of a writer are committed. */
  saved(writer: string, count: number): void {
    this.#saved.set(writer, Math.max(count, this.#saved.get(writer) ?? 0));
  }

  waiting(writer: string): number {
    return this.count(writer) - (this.#saved.get(writer) ?? 0);
  }

  get written(): number {
    return [...this.#acts.values()].reduce((sum, acts) => sum + acts.length, 0);
  }

  get acknowledged(): number {
    return [...this.#saved.values()].reduce((sum, count) => sum + count, 0);
  }

  /** How many acts of each writer are saved now. */
  get savedNow(): Saved {
    return new Map(this.#saved);
  }

  /** `saved`: of the moment that the replica is as old as. */
  judge(doc: Y.Doc, saved: Saved = this.#saved): Verdict {
    const found = wordsIn(doc);
    const fates = this.#fates(saved);
    const lost: string[] = [];
    const duplicated = [...found].flatMap(([word, { times }]) =>
      times > 1 || !fates.has(word) ? [word] : [],
    );
    const resurrected: string[] = [];
    for (const [word, fate] of fates) {
      const standing = found.get(word);
      if (standing && fate.isGone) resurrected.push(word);
      if (isLost(fate, standing)) lost.push(word);
    }
    return { lost, duplicated, resurrected };
  }

  #fates(counts: Saved): Map<string, Fate> {
    const fates = new Map<string, Fate>();
    for (const [writer, acts] of this.#acts) {
      const saved = counts.get(writer) ?? 0;
      for (const [at, { kind, word }] of acts.entries()) {
        const fate = fates.get(word) ?? { isThere: false, mayBeGone: false, isGone: false, isBold: false };
        fates.set(word, fate);
        const isSaved = at < saved;
        if (kind === "insert") fate.isThere ||= isSaved;
        else if (kind === "embolden") fate.isBold ||= isSaved;
        else {
          fate.mayBeGone = true;
          fate.isGone ||= isSaved;
        }
      }
    }
    return fates;
  }
}

/** What is known of a word. A deletion that nobody has called saved may have been made all the same. */
interface Fate {
  isThere: boolean;
  mayBeGone: boolean;
  isGone: boolean;
  isBold: boolean;
}

function isLost({ isThere, mayBeGone, isBold }: Fate, standing: Standing | undefined): boolean {
  if (standing) return isBold && !standing.isBold;
  return isThere && !mayBeGone;
}
