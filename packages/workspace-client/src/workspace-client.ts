import { parseDocumentName } from "@consilium/clinical";
import { type Clock, createUlid, type Random } from "@consilium/foundation";
import { type Changed, currentSchema, type Place, type SeatPlace } from "@consilium/workspace";
import { Connection, type ConnectionState } from "./connection.ts";
import { LocalDocument } from "./local-document.ts";
import type { KeySource } from "./outbox/kept-key.ts";
import { createOutbox, type Outbox } from "./outbox/outbox.ts";
import { Places } from "./presence.ts";
import type { Dial } from "./real-socket.ts";
import type { Watchable } from "./watched.ts";

export interface WorkspaceClientOptions extends KeySource {
  readonly caseId: string;
  readonly seatId: string;
  readonly personId: string;
  /** The page's own, `https://host`. */
  readonly origin: string;
  /** The newest schema of documents that this app knows. */
  readonly schema?: number;
  readonly dial: Dial;
  readonly indexedDB: IDBFactory;
  readonly locks: Pick<LockManager, "query" | "request">;
  readonly clock: Clock;
  readonly random: Pick<Random, "below">;
  /** Something threw while a document took a message, or the browser would not keep a frame. Never the person's fault. */
  readonly fault: (document: string, cause: unknown) => void;
}

/** One opened document, held by one part of the screen. */
export interface OpenedDocument {
  readonly document: LocalDocument;
  /** Once: the document is let go when nobody holds it and all of it is saved. */
  readonly release: () => void;
}

interface Held {
  readonly document: LocalDocument;
  holders: number;
}

/** A case as this page has it: one socket, the documents that are open, who is where. */
export class WorkspaceClient {
  readonly #options: WorkspaceClientOptions;
  readonly #connection: Connection;
  readonly #places: Places;
  readonly #outbox: Outbox;
  readonly #held = new Map<string, Held>();
  readonly #changedListeners = new Set<(what: Changed) => void>();
  readonly connection: Watchable<ConnectionState>;
  /** Where the others are, as far as this seat may see it. */
  readonly presence: Watchable<readonly SeatPlace[]>;

  constructor(options: WorkspaceClientOptions) {
    this.#options = options;
    const { origin, caseId, seatId, dial, random, clock, fault } = options;
    this.#connection = new Connection({
      url: `${origin.replace(/^http/, "ws")}/sync/${caseId}?seat=${seatId}`,
      dial,
      random,
      clock,
      fault,
      places: (places) => this.#places.heard(places),
      changed: (what) => {
        for (const listener of this.#changedListeners) listener(what);
      },
    });
    this.#places = new Places(this.#connection, clock);
    this.#outbox = createOutbox({ ...options, createId: this.#createId });
    this.connection = this.#connection.state;
    this.presence = this.#places.others;
  }

  /** Undefined: there is no document of that name. Opening one that is open gives the same. */
  open(name: string): OpenedDocument | undefined {
    const kind = parseDocumentName(name)?.kind;
    if (!kind) return undefined;
    const held = this.#held.get(name) ?? { document: this.#openDocument(name, kind), holders: 0 };
    this.#held.set(name, held);
    held.holders += 1;
    let released = false;
    return {
      document: held.document,
      release: () => {
        if (released) return;
        released = true;
        held.holders -= 1;
        this.#letGo(name, held);
      },
    };
  }

  /** Null: nowhere to be seen. */
  showPlace(place: Place | null): void {
    this.#places.show(place);
  }

  /** Something of the case is to be fetched again over HTTP. Returns what takes the listener away. */
  onChanged(listener: (what: Changed) => void): () => void {
    this.#changedListeners.add(listener);
    return () => void this.#changedListeners.delete(listener);
  }

  /** The browser says that the network is back. */
  retryNow(): void {
    this.#connection.retryNow();
  }

  /** The browser says that there is no network. */
  doubt(): void {
    this.#connection.doubt();
  }

  /** Changes that would be lost with this page, over all documents. */
  get unstored(): number {
    return [...this.#held.values()].reduce((sum, { document }) => sum + document.unstored, 0);
  }

  /** Leaves the case. Kept frames stay for the next time. */
  close(): void {
    for (const { document } of this.#held.values()) document.close();
    this.#held.clear();
    this.#places.stop();
    this.#connection.end();
  }

  /** At sign-out: every document is dropped, and nothing that was kept stays in the browser (SY-7, SY-25). */
  async forget(): Promise<void> {
    this.close();
    await this.#outbox.clear();
  }

  readonly #createId = (): string => createUlid(this.#options.clock().getTime(), this.#options.random);

  #openDocument(name: string, kind: ConstructorParameters<typeof LocalDocument>[0]["kind"]): LocalDocument {
    const { caseId, personId, schema = currentSchema } = this.#options;
    return new LocalDocument({
      ...this.#options,
      connection: this.#connection,
      name,
      kind,
      schema,
      createId: this.#createId,
      outbox: this.#outbox.forDocument({ person: personId, caseId, document: name }),
    });
  }

  /** A part of the screen that goes away while something is being saved does not interrupt that. */
  #letGo(name: string, held: Held): void {
    const { document } = held;
    const close = (): boolean => {
      const { phase, status } = document.snapshot.getSnapshot();
      const busy = status.state === "saving" || status.state === "kept" || status.state === "in-memory";
      if (held.holders > 0 || this.#held.get(name) !== held || (busy && phase !== "ended")) return false;
      this.#held.delete(name);
      document.close();
      return true;
    };
    if (close()) return;
    const stop = document.snapshot.subscribe(() => {
      if (held.holders > 0 || close()) stop();
    });
  }
}

export const createWorkspaceClient = (options: WorkspaceClientOptions): WorkspaceClient =>
  new WorkspaceClient(options);
