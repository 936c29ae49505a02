import { type DocumentIndex, type EvidenceUse, evidenceUsesOf, indexDocument } from "@consilium/workspace";
import type { Doc } from "yjs";

/** Milliseconds after a change: lists beside the text follow it, and no key waits for them. */
const rest = 250;

const none: readonly EvidenceUse[] = [];

/** The uses of evidence of a text that may be written in while it is read. */
export class UsesOfDocument {
  readonly #doc: Doc;
  readonly #listeners = new Set<() => void>();
  #index: DocumentIndex | undefined;
  #uses = none;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(doc: Doc) {
    this.#doc = doc;
  }

  /** The document is read as long as somebody listens. */
  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) this.#open();
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#close();
    };
  };

  /** Another array only where a link came, went or stands in another sentence. Its spans may be older than the text. */
  readonly current = (): readonly EvidenceUse[] => this.#uses;

  #open(): void {
    this.#index = indexDocument(this.#doc);
    this.#doc.on("update", this.#readLater);
    this.#read();
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#doc.off("update", this.#readLater);
    this.#index?.close();
    this.#index = undefined;
  }

  readonly #readLater = (): void => {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#read();
      for (const listener of this.#listeners) listener();
    }, rest);
  };

  #read(): void {
    if (!this.#index) return;
    const next = evidenceUsesOf(this.#index);
    if (said(next) !== said(this.#uses)) this.#uses = next;
  }
}

const said = (uses: readonly EvidenceUse[]): string =>
  JSON.stringify(uses.map(({ key, evidence, sentence, section }) => [key, evidence, sentence, section]));
