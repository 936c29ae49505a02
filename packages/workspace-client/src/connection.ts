import type { Clock, Random } from "@consilium/foundation";
import {
  type Changed,
  encodeBeat,
  isFinalClose,
  type OpenWish,
  readServerFrame,
  type SeatPlace,
  type ServerFrame,
  subprotocol,
} from "@consilium/workspace";
import { Line, type LineEvents } from "./line.ts";
import type { Dial, RealSocket } from "./real-socket.ts";
import { RoundRobin } from "./round-robin.ts";
import { createWatched, type Watchable } from "./watched.ts";

export type ConnectionState =
  | { readonly phase: "connecting" }
  | { readonly phase: "open" }
  /** Tries again by itself. */
  | { readonly phase: "offline" }
  /** The server's last word (SY-16: 44xx), or one's own: 1000. */
  | { readonly phase: "ended"; readonly code: number; readonly reason: string };

export interface ConnectionOptions {
  /** `wss://host/sync/:caseId?seat=…` */
  readonly url: string;
  readonly dial: Dial;
  readonly random: Pick<Random, "below">;
  readonly clock: Clock;
  readonly places: (places: readonly SeatPlace[]) => void;
  readonly changed: (what: Changed) => void;
  /** Something threw while a document took a message. */
  readonly fault: (document: string, cause: unknown) => void;
}

const beatEvery = 10_000;
/** A half-open socket never says that it closed. */
const silence = 25_000;
/** The same, where the browser says that there is no network. */
const shortSilence = 2_000;
const firstWait = 250;
const longestWait = 10_000;
/** The socket itself: its frames wait in a line of their own. */
const ownChannel = 0;

/** One real socket for a case; each document has lines over it. The only place that waits before it tries again. */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #lines = new Map<number, Line>();
  readonly #outgoing: RoundRobin;
  readonly #state = createWatched<ConnectionState>({ phase: "connecting" });
  readonly state: Watchable<ConnectionState> = this.#state;
  #socket: RealSocket | undefined;
  #nextChannel = 1;
  #attempts = 0;
  #heardAt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #beat: ReturnType<typeof setInterval> | undefined;
  #doubt: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#outgoing = new RoundRobin({
      send: (frame) => this.#socket?.send(frame),
      waiting: () => this.#socket?.waiting() ?? 0,
    });
    this.#dial();
  }

  /** A number is never used twice: a late frame of an old line reaches nobody. */
  openLine(document: string, wish: OpenWish, events: LineEvents): Line {
    const channel = this.#nextChannel;
    this.#nextChannel += 1;
    const line = new Line(channel, document, wish, events, {
      push: (from, frames) => this.#push(from, frames),
      forget: (of) => {
        this.#lines.delete(of);
        this.#outgoing.forget(of);
      },
      fault: this.#options.fault,
    });
    this.#lines.set(channel, line);
    const state = this.#state.getSnapshot();
    if (state.phase === "open") line.ask();
    // Later, not now: whoever opens a line does not have it yet.
    if (state.phase === "ended") queueMicrotask(() => line.end(state.code, state.reason));
    return line;
  }

  /** A frame of the socket itself. While it is away nothing is kept: who has something to say says it again when it is open. */
  say(frame: Uint8Array): void {
    this.#push(ownChannel, [frame]);
  }

  /** The network is back, says the browser: do not wait. */
  retryNow(): void {
    if (this.#retry === undefined) return;
    clearTimeout(this.#retry);
    this.#dial();
  }

  /** There is no network, says the browser, and may be wrong: the server is asked, and given up unless it answers soon. */
  doubt(): void {
    if (this.#state.getSnapshot().phase !== "open") return;
    const asked = this.#now();
    this.say(encodeBeat());
    clearTimeout(this.#doubt);
    this.#doubt = setTimeout(() => {
      if (this.#heardAt <= asked) this.#giveUp();
    }, shortSilence);
  }

  end(): void {
    const socket = this.#socket;
    this.#stop({ phase: "ended", code: 1000, reason: "left" });
    socket?.close();
  }

  #dial(): void {
    this.#retry = undefined;
    this.#state.set({ phase: "connecting" });
    const { dial, url } = this.#options;
    // A socket that was given up may still speak: only the present one is listened to.
    const present = (act: () => void) => () => {
      if (this.#socket === socket) act();
    };
    const socket: RealSocket = dial(url, subprotocol, {
      opened: () => present(() => this.#opened())(),
      heard: (bytes) => present(() => this.#heard(bytes))(),
      closed: (code, reason) => present(() => this.#lost(code, reason))(),
    });
    this.#socket = socket;
  }

  #opened(): void {
    this.#heardAt = this.#now();
    this.#beat = setInterval(() => this.#everyBeat(), beatEvery);
    this.#state.set({ phase: "open" });
    for (const line of this.#lines.values()) line.ask();
  }

  #heard(bytes: Uint8Array): void {
    this.#heardAt = this.#now();
    const frame = readServerFrame(bytes);
    if (frame) this.#take(frame);
  }

  #take(frame: ServerFrame): void {
    if (frame.kind === "places") return this.#options.places(frame.places);
    if (frame.kind === "changed") return this.#options.changed(frame.what);
    if (frame.kind === "beat" || frame.kind === "opened") this.#attempts = 0;
    if (frame.kind !== "beat") return this.#lines.get(frame.channel)?.hear(frame);
    for (const line of this.#lines.values()) line.keepAlive();
  }

  #everyBeat(): void {
    if (this.#now() - this.#heardAt < silence) this.say(encodeBeat());
    else this.#giveUp();
  }

  #giveUp(): void {
    const socket = this.#socket;
    this.#lost(1006, "silent");
    socket?.close();
  }

  #lost(code: number, reason: string): void {
    if (isFinalClose(code)) return this.#stop({ phase: "ended", code, reason });
    this.#letGo();
    // Full waiting time is never the same for two clients: a restarted server is not met by all at once (SY-32).
    const longest = Math.min(longestWait, firstWait * 2 ** this.#attempts);
    this.#attempts += 1;
    this.#retry = setTimeout(() => this.#dial(), longest / 2 + this.#options.random.below(longest / 2));
    this.#state.set({ phase: "offline" });
    // Lines that still wait go on waiting: they learn of nothing, and storm nobody.
    for (const line of this.#lines.values()) if (line.phase === "open") line.end(code, reason);
  }

  #stop(state: Extract<ConnectionState, { phase: "ended" }>): void {
    this.#letGo();
    clearTimeout(this.#retry);
    this.#retry = undefined;
    this.#state.set(state);
    for (const line of this.#lines.values()) line.end(state.code, state.reason);
  }

  #letGo(): void {
    clearInterval(this.#beat);
    clearTimeout(this.#doubt);
    this.#socket = undefined;
    this.#outgoing.stop();
  }

  #push(channel: number, frames: readonly Uint8Array[]): void {
    if (this.#state.getSnapshot().phase === "open") this.#outgoing.push(channel, frames);
  }

  #now(): number {
    return this.#options.clock().getTime();
  }
}
