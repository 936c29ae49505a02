import type { Clock } from "@consilium/foundation";
import { Awareness } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { DocumentDoor } from "./document-door.ts";
import { Carets } from "./presence.ts";
import type { KeptFrame } from "./saved-state.ts";
import { socketClassFor } from "./virtual-socket.ts";

export interface ReplicaEvents {
  /** Before the provider sends it. */
  readonly changedHere: (update: Uint8Array) => void;
  readonly changedElsewhere: () => void;
  readonly synced: () => void;
  /** The provider's socket has opened, or is gone. */
  readonly connected: () => void;
  /** Yjs has met its own id in what came in, and has chosen another one by itself (SY-11). */
  readonly lostItsId: () => void;
  /** A session that may not write does not clean up either: its deletion would be a write. */
  readonly isAuthor: () => boolean;
}

/** One Y.Doc under one leased client id, with its provider. It never gets another id and is never used again. */
export class Replica {
  readonly clientId: number;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly #provider: WebsocketProvider;
  readonly #carets: Carets;
  #isWhole = false;

  constructor(
    clientId: number,
    name: string,
    kept: readonly KeptFrame[],
    door: DocumentDoor,
    clock: Clock,
    events: ReplicaEvents,
  ) {
    this.clientId = clientId;
    this.doc = new Y.Doc();
    this.doc.clientID = clientId; // Before awareness copies it.
    for (const { update } of kept) Y.applyUpdate(this.doc, update, "kept");
    this.#listen(events);
    this.awareness = new Awareness(this.doc);
    this.#carets = new Carets(clientId, (message) => door.awareness(message), clock);
    door.bear(clientId);
    // The one place that builds providers: a BroadcastChannel would hand the document past the server (SY-25).
    this.#provider = new WebsocketProvider("consilium:", name, this.doc, {
      awareness: this.awareness,
      WebSocketPolyfill: socketClassFor(door),
      disableBc: true,
    });
    this.#provider.on("sync", (isSynced) => {
      this.#isWhole ||= isSynced;
      events.synced();
    });
    this.#provider.on("status", ({ status }) => {
      if (status === "disconnected") this.#forgetClocks();
      events.connected();
    });
  }

  /** Everything that the server had when it was first reached is here. It stays so without a connection. */
  get synced(): boolean {
    return this.#isWhole;
  }

  offerCaret(message: Uint8Array): void {
    this.#carets.offer(message);
  }

  destroy(): void {
    this.#carets.stop();
    // y-websocket looks its own entry up by the document's id, and throws where Yjs has changed that.
    this.doc.clientID = this.clientId;
    this.#provider.destroy();
    this.doc.destroy();
  }

  /**
   * The provider takes others' carets away and remembers their clocks, so that it would not believe the same ones after it has
   * connected again: whoever had not moved since would be missing until their caret is said anew, up to 15 s.
   */
  #forgetClocks(): void {
    const { meta, states } = this.awareness;
    for (const client of meta.keys())
      if (client !== this.clientId && !states.has(client)) meta.delete(client);
  }

  #listen({ changedHere, changedElsewhere, lostItsId, isAuthor }: ReplicaEvents): void {
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === this.#provider) changedElsewhere();
      else changedHere(update);
    });
    this.doc.on("afterTransaction", (transaction: Y.Transaction) => {
      if (!isAuthor()) transaction._needFormattingCleanup = false;
      if (this.doc.clientID !== this.clientId) lostItsId();
    });
  }
}
