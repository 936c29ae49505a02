import {
  isAnswerMessage,
  isWriteMessage,
  messageTypes,
  type OpenedTerms,
  type RefusalFate,
  type RefusalReason,
} from "@consilium/workspace";
import type { Connection } from "./connection.ts";
import type { Line } from "./line.ts";
import type { VirtualSocket, VirtualSocketOwner } from "./virtual-socket.ts";

export interface DoorEvents {
  /** The first time there is no Y.Doc yet; later, terms that changed or a line that was dialled again. */
  readonly opened: (terms: OpenedTerms) => void;
  readonly wrote: (isAnswer: boolean) => void;
  readonly awareness: (message: Uint8Array) => void;
  readonly saved: (count: number, sequence: number) => void;
  readonly refused: (count: number, fate: RefusalFate, reason: RefusalReason) => void;
  readonly resync: (vector: Uint8Array) => void;
  readonly closed: (code: number, reason: string) => void;
}

/**
 * Joins the lines of one document to the sockets that its provider makes. The first line is open before there is a provider
 * (its `opened` brings the client id); what comes until then waits. Each later socket dials a line of its own.
 */
export class DocumentDoor implements VirtualSocketOwner {
  readonly #connection: Connection;
  readonly #document: string;
  readonly #schema: number;
  readonly #events: DoorEvents;
  #line: Line | undefined;
  #socket: VirtualSocket | undefined;
  #waiting: Uint8Array[] = [];
  #have: number | undefined;

  constructor(connection: Connection, document: string, schema: number, events: DoorEvents) {
    this.#connection = connection;
    this.#document = document;
    this.#schema = schema;
    this.#events = events;
  }

  get isOpen(): boolean {
    return this.#line?.phase === "open" && this.#socket?.readyState === 1;
  }

  knock(): void {
    this.#dial();
  }

  /** The Y.Doc bears this id from now on: each later line names it. */
  bear(clientId: number): void {
    this.#have = clientId;
  }

  /** The next line is a first one again: it asks for a new id. */
  forget(): void {
    this.leave();
    this.#have = undefined;
  }

  leave(): void {
    this.#line?.close(1000, "left");
    this.#line = undefined;
    this.#socket = undefined;
  }

  write(message: Uint8Array): void {
    this.#socket?.send(message);
  }

  awareness(message: Uint8Array): void {
    this.#line?.send(message);
  }

  digest(sequence: number, sha256: Uint8Array): void {
    this.#line?.sendDigest(sequence, sha256);
  }

  made(socket: VirtualSocket): void {
    this.#socket = socket;
    const line = this.#line;
    // Later, not now: the provider sets its handlers after the constructor.
    if (line?.phase === "open") queueMicrotask(() => this.#handOver(line, socket));
    else this.#dial();
  }

  send(socket: VirtualSocket, message: Uint8Array): void {
    if (socket !== this.#socket) return;
    if (message[0] === messageTypes.awareness) return this.#events.awareness(message);
    if (isWriteMessage(message)) this.#events.wrote(isAnswerMessage(message));
    this.#line?.send(message);
  }

  closed(socket: VirtualSocket): void {
    if (socket !== this.#socket) return;
    this.leave();
    this.#events.closed(1000, "left");
  }

  #handOver(line: Line, socket: VirtualSocket): void {
    if (line !== this.#line || line.phase !== "open") return socket.ended(1006, "");
    socket.opened();
    for (const message of this.#waiting.splice(0)) socket.hear(message);
  }

  #dial(): void {
    this.#waiting = [];
    const wish = this.#have === undefined ? {} : { have: this.#have };
    const current = (act: () => void): void => {
      if (this.#line === line) act();
    };
    const line = this.#connection.openLine(
      this.#document,
      { schema: this.#schema, ...wish },
      {
        opened: (terms) => current(() => this.#opened(terms)),
        message: (message) => current(() => this.#heard(message)),
        saved: (count, sequence) => current(() => this.#events.saved(count, sequence)),
        refused: (count, fate, reason) => current(() => this.#events.refused(count, fate, reason)),
        resync: (vector) => current(() => this.#events.resync(vector)),
        closed: (code, reason) => current(() => this.#ended(code, reason)),
      },
    );
    this.#line = line;
  }

  #opened(terms: OpenedTerms): void {
    this.#events.opened(terms);
    this.#socket?.opened();
  }

  #heard(message: Uint8Array): void {
    if (this.#socket?.readyState === 1) this.#socket.hear(message);
    else this.#waiting.push(message);
  }

  #ended(code: number, reason: string): void {
    const socket = this.#socket;
    this.#line = undefined;
    this.#socket = undefined;
    this.#events.closed(code, reason);
    socket?.ended(code, reason);
  }
}
