import { parseDocumentName } from "@consilium/clinical";
import { closeCodes } from "@consilium/workspace";
import {
  createWatched,
  type LocalDocument,
  type OpenedDocument,
  type SaveStatus,
  type Watchable,
  type WorkspaceClient,
} from "@consilium/workspace-client";
import { calmStatus } from "./calm-status.ts";
import { Binder, type DocumentState } from "./document-state.ts";
import { isSameStatus, worstStatus } from "./worst-status.ts";

/**
 * How long a document stays open after the last part of the screen let it go, in milliseconds. Every opening costs an id of
 * a day's 64 (SY-11), and the undo history would be lost with each change of page.
 */
const lingering = 30_000;

interface Shelved {
  readonly opened: OpenedDocument;
  readonly binder: Binder;
  readonly stop: () => void;
  holders: number;
  leaving: ReturnType<typeof setTimeout> | undefined;
}

const opening: DocumentState = { phase: "opening" };
const unknown: DocumentState = {
  phase: "ended",
  code: closeCodes["unknown-document"],
  reason: "unknown-document",
};

/** The documents that the parts of this page hold, each opened once, with one undo history and one mirror each. */
export class DocumentShelf {
  readonly #client: Pick<WorkspaceClient, "open">;
  readonly #shelved = new Map<string, Shelved>();
  readonly #status = createWatched(worstStatus([]));
  /** Of all documents that are open here; the worst wins. */
  readonly status: Watchable<SaveStatus> = this.#status;
  /** What is said of it. */
  readonly saidStatus = calmStatus(this.status);

  constructor(client: Pick<WorkspaceClient, "open">) {
    this.#client = client;
  }

  /** Holds a document while somebody listens. Undefined where there is none of that name. */
  subscribe(name: string, listener: () => void): () => void {
    const shelved = this.#take(name);
    if (!shelved) return () => {};
    shelved.holders += 1;
    clearTimeout(shelved.leaving);
    const stop = shelved.binder.state.subscribe(listener);
    return () => {
      stop();
      shelved.holders -= 1;
      if (shelved.holders === 0) this.#leaveLater(name, shelved);
    };
  }

  /** The state of the moment; "opening" until somebody holds it. */
  stateOf(name: string): DocumentState {
    const shelved = this.#shelved.get(name);
    if (shelved) return shelved.binder.state.getSnapshot();
    return parseDocumentName(name) ? opening : unknown;
  }

  documentOf(name: string): LocalDocument | undefined {
    return this.#shelved.get(name)?.opened.document;
  }

  /** What was not saved, document by document: shown until the person has read it. */
  notSaved(): readonly LocalDocument[] {
    return [...this.#shelved.values()]
      .map(({ opened }) => opened.document)
      .filter((document) => document.snapshot.getSnapshot().status.state === "not-saved");
  }

  close(): void {
    for (const name of this.#shelved.keys()) this.#remove(name);
  }

  #take(name: string): Shelved | undefined {
    const known = this.#shelved.get(name);
    if (known) return known;
    const opened = this.#client.open(name);
    if (!opened) return undefined;
    const { document } = opened;
    const shelved: Shelved = {
      opened,
      binder: new Binder(document),
      stop: document.snapshot.subscribe(() => this.#summarise()),
      holders: 0,
      leaving: undefined,
    };
    this.#shelved.set(name, shelved);
    this.#summarise();
    return shelved;
  }

  #leaveLater(name: string, shelved: Shelved): void {
    shelved.leaving = setTimeout(() => this.#leave(name, shelved), lingering);
  }

  /** What could not be saved stays until the person has read it; what is not saved yet may still become that. */
  #leave(name: string, shelved: Shelved): void {
    const { state } = shelved.opened.document.snapshot.getSnapshot().status;
    if (state === "saved") this.#remove(name);
    else this.#leaveLater(name, shelved);
  }

  #remove(name: string): void {
    const shelved = this.#shelved.get(name);
    if (!shelved) return;
    clearTimeout(shelved.leaving);
    this.#shelved.delete(name);
    shelved.stop();
    shelved.binder.stop();
    shelved.opened.release();
    this.#summarise();
  }

  #summarise(): void {
    const next = worstStatus(
      [...this.#shelved.values()].map(({ opened }) => opened.document.snapshot.getSnapshot().status),
    );
    if (!isSameStatus(next, this.#status.getSnapshot())) this.#status.set(next);
  }
}
