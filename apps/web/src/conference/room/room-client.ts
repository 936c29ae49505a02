import type { AnswerOf, InputOf, Method, Notice, Peer, Source } from "@consilium/conference";
import {
  type Call,
  type CallEvents,
  ConferenceRefused,
  type Line,
  LineClosed,
  type LineEvents,
  type Received,
  Signalling,
} from "@consilium/conference-client";
import { createWatched, type Watchable } from "@consilium/workspace-client";
import { type Clocks, ClockWatch } from "./clock-watch.ts";
import { follow, newRoom, type Over, overs, ownPlace, type RoomEvent, type RoomState } from "./room-state.ts";

export interface RoomClientSettings {
  readonly connect: (events: LineEvents, over: (as: Over) => void) => Line;
  /** Ids of which no other page makes the same. */
  readonly createId: () => string;
  readonly createCall: (signalling: Signalling, events: CallEvents) => Pick<Call, keyof Call>;
  readonly clocks: Clocks;
  /** What nobody expected. */
  readonly fault: (cause: unknown) => void;
}

/** A page's part in a conference: its line, what it knows, and its streams. */
export class RoomClient {
  readonly #settings: RoomClientSettings;
  readonly #room = createWatched<RoomState>(newRoom);
  readonly #received = createWatched<ReadonlyMap<string, Received>>(new Map());
  readonly #signalling: Signalling;
  readonly #call: Pick<Call, keyof Call>;
  readonly #clock: ClockWatch;
  /** One step of the streams after the other. */
  #turn: Promise<void> = Promise.resolve();

  constructor(settings: RoomClientSettings) {
    this.#settings = settings;
    this.#clock = new ClockWatch(settings.clocks);
    this.#signalling = new Signalling({
      connect: (events) => settings.connect(events, (as) => this.#say({ is: "over", as })),
      createId: settings.createId,
      heard: (notice) => this.#hear(notice),
      opened: () => void this.#join(),
      lost: (isFinal) => {
        if (isFinal) this.#call.close();
        else this.#say({ is: "lost" });
      },
    });
    this.#call = settings.createCall(this.#signalling, {
      known: (streams) => this.#say({ is: "known", streams }),
      received: (one) =>
        this.#received.set(new Map([...this.#received.getSnapshot(), [one.stream.producer, one]])),
      gone: (producer) => {
        const rest = new Map(this.#received.getSnapshot());
        rest.delete(producer);
        this.#received.set(rest);
      },
      unsent: (source, isUnsent) => this.#say({ is: "unsent", source, isUnsent }),
      unreceived: (producer) => this.#say({ is: "unreceived", producer }),
    });
  }

  get room(): Watchable<RoomState> {
    return this.#room;
  }

  /** What arrives of others, by producer. */
  get received(): Watchable<ReadonlyMap<string, Received>> {
    return this.#received;
  }

  /** Clinicians are in by it, everybody else waits. */
  async goIn(): Promise<void> {
    this.#say({ is: "wants-in" });
    await this.ask("goIn", {});
    this.#carry();
  }

  /** Throws `ConferenceRefused`, `LineClosed`. */
  ask<Name extends Method>(method: Name, input: InputOf<Name>): Promise<AnswerOf<Name>> {
    return this.#signalling.ask(method, input);
  }

  async leave(): Promise<void> {
    // Without a line there is nobody to tell: the place is given up by itself.
    if (this.#room.getSnapshot().line === "open")
      await this.ask("leave", {}).catch((cause: unknown) => this.#fault(cause));
    this.#say({ is: "over", as: "left" });
    this.close();
  }

  send(source: Source, track: MediaStreamTrack, isPaused: boolean): void {
    this.#step(() => this.#call.send(source, track, isPaused));
  }

  stop(source: Source): void {
    this.#step(() => this.#call.stop(source));
  }

  pause(source: Source, isPaused: boolean): void {
    if (source === "microphone" && !isPaused) this.#say({ is: "speaks-again" });
    this.#step(() => this.#call.pause(source, isPaused));
  }

  /** How large a picture is wished; null: it is not on screen. */
  wish(producer: string, layer: number | null): void {
    this.#call.wish(producer, layer).catch((cause: unknown) => this.#fault(cause));
  }

  count(): Promise<readonly RTCStatsReport[] | undefined> {
    return this.#call.count();
  }

  /** Nothing arrives any more: the ways are looked for again, over the line that is there. */
  lookAgain(): void {
    this.#step(() => this.#resume());
  }

  /** The address of this machine changed, or it woke up: a new line, and with it new ways. */
  reconnect(): void {
    this.#signalling.reconnectNow();
  }

  /** Sound and pictures did not come, or were not there yet: once more. */
  async tryAgain(): Promise<void> {
    await this.#ask().catch((cause: unknown) => this.#fault(cause));
    this.#carry();
  }

  /** Somebody has set the clock of this machine, or it slept: the server is asked for the time again. */
  lookAtClock(): void {
    if (this.#room.getSnapshot().line === "open" && this.#clock.hasJumped())
      this.#ask().catch((cause: unknown) => this.#fault(cause));
  }

  close(): void {
    this.#signalling.close();
    this.#call.close();
  }

  async #join(): Promise<void> {
    try {
      const { at, carrying, wantsIn } = await this.#ask();
      this.#signalling.askAgain();
      // The place was given up meanwhile, and all streams with it.
      if (at !== "in" && carrying === "there") this.#say({ is: "carrying", carrying: "none" });
      if (at === "checking" && wantsIn) await this.goIn();
      else if (at === "in" && carrying === "there") this.lookAgain();
      else this.#carry();
    } catch (cause) {
      if (!(cause instanceof ConferenceRefused)) return this.#fault(cause);
      const as = overs.find((over) => over === cause.reason);
      if (as === undefined) return this.#fault(cause);
      this.#say({ is: "over", as });
      this.close();
    }
  }

  /** Joins, and takes over how things stand. */
  async #ask(): Promise<RoomState & { readonly at: Peer["at"] | undefined }> {
    const askedAt = this.#settings.clocks.now();
    const joined = await this.#signalling.ask("join", { version: 1 });
    this.#say({ is: "joined", joined });
    const ahead = joined.now === undefined ? undefined : this.#clock.ahead(joined.now, askedAt);
    if (ahead !== undefined) this.#say({ is: "clock", ahead });
    const room = this.#room.getSnapshot();
    return { ...room, at: ownPlace(room) };
  }

  #hear(notice: Notice): void {
    const { own, carrying } = this.#room.getSnapshot();
    this.#say({ is: "told", notice });
    if (notice.method === "streamAdded" && notice.data.seat !== own)
      this.#call.added(notice.data).catch((cause: unknown) => this.#fault(cause));
    if (notice.method === "producerClosed") this.#call.ended(notice.data.producer);
    if (notice.method === "peerChanged" && notice.data.seat === own) this.#carry();
    if (notice.method === "moved" && carrying !== "none") this.#step(() => this.#begin());
  }

  /** Begins sound and pictures where this page is in, wants to be, and has none. */
  #carry(): void {
    const room = this.#room.getSnapshot();
    const { media, carrying } = room;
    const isIn = room.wantsIn && ownPlace(room) === "in";
    if (!isIn || media.is !== "ready" || carrying === "beginning" || carrying === "there") return;
    this.#say({ is: "carrying", carrying: "beginning" });
    this.#step(() => this.#begin());
  }

  async #begin(): Promise<void> {
    try {
      await this.#call.begin();
      this.#say({ is: "carrying", carrying: "there" });
    } catch (cause) {
      await this.#notCarried(cause);
    }
  }

  async #resume(): Promise<void> {
    try {
      await this.#call.resume();
    } catch (cause) {
      // Where the place was given up meanwhile, it is begun anew once there is one.
      if (this.#room.getSnapshot().carrying !== "there") throw cause;
      await this.#notCarried(cause);
    }
  }

  /** Nothing is sent or received: this is said and, where the server has no video any more, that too. */
  async #notCarried(cause: unknown): Promise<void> {
    this.#say({ is: "carrying", carrying: "failed" });
    if (!(cause instanceof ConferenceRefused) || cause.reason !== "no-media") throw cause;
    await this.#ask();
  }

  #step(act: () => Promise<void>): void {
    this.#turn = this.#turn.then(act).catch((cause: unknown) => this.#fault(cause));
  }

  /** That the line was closed, or that something had ended by the time it was asked for, is no fault. */
  #fault(cause: unknown): void {
    if (cause instanceof LineClosed || cause instanceof ConferenceRefused) return;
    this.#settings.fault(cause);
  }

  #say(event: RoomEvent): void {
    this.#room.set(follow(this.#room.getSnapshot(), event));
  }
}
