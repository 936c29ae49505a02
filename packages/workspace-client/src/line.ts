import {
  createAssembler,
  encodeClose,
  encodeDigest,
  encodeOpen,
  framesOf,
  type OpenedTerms,
  type OpenWish,
  type RefusalFate,
  type RefusalReason,
  type ServerFrame,
} from "@consilium/workspace";

/** What happens on one channel. Each is called in the order of the wire; nothing after `closed`. */
export interface LineEvents {
  readonly opened: (terms: OpenedTerms) => void;
  readonly message: (message: Uint8Array) => void;
  readonly saved: (count: number, sequence: number) => void;
  readonly refused: (count: number, fate: RefusalFate, reason: RefusalReason) => void;
  readonly resync: (vector: Uint8Array) => void;
  readonly closed: (code: number, reason: string) => void;
}

/** What a line needs of the connection. */
export interface Carrier {
  readonly push: (channel: number, frames: readonly Uint8Array[]) => void;
  readonly forget: (channel: number) => void;
  readonly fault: (document: string, cause: unknown) => void;
}

/** A loaded document may be large; more than this is no opinion. */
const longestMessage = 64 * 1024 * 1024;
/** An awareness message without entries: y-websocket leaves a socket that said nothing for 30 s. */
const heartbeat = Uint8Array.of(1, 1, 0);

/** One opening of one document: waits while the real socket is away, is open once, and ends once. */
export class Line {
  readonly channel: number;
  readonly document: string;
  readonly #wish: OpenWish;
  readonly #events: LineEvents;
  readonly #carrier: Carrier;
  readonly #assemble = createAssembler(longestMessage);
  #phase: "waiting" | "open" | "closed" = "waiting";

  constructor(channel: number, document: string, wish: OpenWish, events: LineEvents, carrier: Carrier) {
    this.channel = channel;
    this.document = document;
    this.#wish = wish;
    this.#events = events;
    this.#carrier = carrier;
  }

  get phase(): "waiting" | "open" | "closed" {
    return this.#phase;
  }

  /** The real socket is there. */
  ask(): void {
    if (this.#phase !== "waiting") return;
    this.#push(encodeOpen({ channel: this.channel, document: this.document, wish: this.#wish }));
  }

  send(message: Uint8Array): void {
    if (this.#phase === "open") this.#push(...framesOf(this.channel, message));
  }

  sendDigest(sequence: number, sha256: Uint8Array): void {
    if (this.#phase === "open") this.#push(encodeDigest({ channel: this.channel, sequence, sha256 }));
  }

  /** From this side. Nobody is told here: who closes knows. */
  close(code: number, reason: string): void {
    if (this.#phase === "closed") return;
    this.#phase = "closed";
    this.#carrier.forget(this.channel);
    this.#push(encodeClose({ channel: this.channel, code, reason }));
  }

  /** From the other side, or because the real socket is gone. */
  end(code: number, reason: string): void {
    if (this.#phase === "closed") return;
    this.#phase = "closed";
    this.#carrier.forget(this.channel);
    this.#guarded(() => this.#events.closed(code, reason));
  }

  keepAlive(): void {
    if (this.#phase === "open") this.#guarded(() => this.#events.message(heartbeat));
  }

  hear(frame: ServerFrame): void {
    if (this.#phase !== "closed") this.#guarded(() => this.#take(frame));
  }

  #take(frame: ServerFrame): void {
    switch (frame.kind) {
      case "opened":
        this.#phase = "open";
        return this.#events.opened(frame.terms);
      case "data":
        return this.#events.message(frame.message);
      case "part": {
        const assembled = this.#assemble(frame);
        if (assembled.state === "whole") this.#events.message(assembled.message);
        else if (assembled.state === "refused") this.#fail(assembled.reason);
        return;
      }
      case "saved":
        return this.#events.saved(frame.count, frame.sequence);
      case "refused":
        return this.#events.refused(frame.count, frame.fate, frame.reason);
      case "resync":
        return this.#events.resync(frame.vector);
      case "close":
        return this.end(frame.code, frame.reason);
      case "places":
      case "changed":
      case "beat":
        return;
    }
  }

  /** One document's fault is its own: its line ends and is dialled again, the others hear nothing of it. */
  #guarded(act: () => void): void {
    try {
      act();
    } catch (cause) {
      this.#carrier.fault(this.document, cause);
      this.#fail("fault");
    }
  }

  #fail(reason: string): void {
    if (this.#phase === "closed") return;
    this.close(1011, reason);
    try {
      this.#events.closed(1011, reason);
    } catch (cause) {
      this.#carrier.fault(this.document, cause);
    }
  }

  #push(...frames: readonly Uint8Array[]): void {
    this.#carrier.push(this.channel, frames);
  }
}
