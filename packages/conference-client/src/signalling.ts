import {
  type AnswerOf,
  type ConferenceRefusalReason,
  type InputOf,
  kindOf,
  type Method,
  type Notice,
  readTold,
} from "@consilium/conference";
import { Allowance } from "./allowance.ts";

/** A socket as browsers have it, as far as it is needed here. */
export interface Line {
  readonly send: (text: string) => void;
  readonly close: () => void;
}

export interface LineEvents {
  readonly opened: () => void;
  readonly said: (text: string) => void;
  /** `isFinal`: the server does not want this page back. */
  readonly closed: (isFinal: boolean) => void;
}

export interface SignallingSettings {
  readonly connect: (events: LineEvents) => Line;
  /** Ids of which no other page makes the same. */
  readonly createId: () => string;
  readonly heard: (notice: Notice) => void;
  /** The line is there; `isAgain`: after it was lost. The conference is to be joined now, before anything else is asked. */
  readonly opened: (isAgain: boolean) => void;
  readonly lost: (isFinal: boolean) => void;
}

/** The conference does not do what was asked. */
export class ConferenceRefused extends Error {
  readonly reason: ConferenceRefusalReason;

  constructor(reason: ConferenceRefusalReason) {
    super(reason);
    this.reason = reason;
  }
}

/** The line was closed for good before an answer came. */
export class LineClosed extends Error {}

interface Asked {
  readonly text: string;
  readonly answered: (
    told:
      | { readonly ok: true; readonly data: unknown }
      | { readonly ok: false; readonly reason: ConferenceRefusalReason },
  ) => void;
  readonly failed: (cause: Error) => void;
}

/** Milliseconds between tries, the last of them again and again: a place is kept for thirty seconds. */
export const pauses = [200, 500, 1000, 2000, 3000] as const;

/**
 * Requests and answers over a line that may be lost. What was asked and not answered is asked again under the same id once the line is
 * back: the server does it once.
 */
export class Signalling {
  readonly #settings: SignallingSettings;
  readonly #asked = new Map<string, Asked>();
  readonly #allowance = new Allowance((text) => this.#line?.send(text));
  #line: Line | undefined;
  #isOpen = false;
  #wasOpen = false;
  #isClosed = false;
  #tries = 0;
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(settings: SignallingSettings) {
    this.#settings = settings;
    this.#connect();
  }

  /** Asks, and waits for the answer, also over a line that is lost meanwhile. Throws `ConferenceRefused`, `LineClosed`. */
  async ask<Name extends Method>(method: Name, data: InputOf<Name>): Promise<AnswerOf<Name>> {
    if (this.#isClosed) throw new LineClosed();
    const id = this.#settings.createId();
    const text = JSON.stringify({ id, method, data });
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const answered: Asked["answered"] = (told) =>
      told.ok ? resolve(told.data) : reject(new ConferenceRefused(told.reason));
    this.#asked.set(id, { text, answered, failed: reject });
    if (this.#isOpen) this.#allowance.say(text);
    const told = kindOf(method).answer.parse(await promise);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Read by the schema of its own method.
    return told as AnswerOf<Name>;
  }

  /** Asks again for what nobody answered, once the conference has been joined again. */
  askAgain(): void {
    for (const { text } of this.#asked.values()) this.#allowance.say(text);
  }

  /** The address of this machine changed, or it woke up: the line is not waited for until it is found out that it is dead. */
  reconnectNow(): void {
    if (this.#isClosed) return;
    // What the old line says from now on is not heard.
    this.#turn += 1;
    this.#line?.close();
    if (this.#isOpen) this.#lost(false);
    clearTimeout(this.#timer);
    this.#tries = 0;
    this.#connect();
  }

  close(): void {
    this.#end(new LineClosed());
    this.#line?.close();
  }

  #connect(): void {
    const turn = (this.#turn += 1);
    // A line that was given up says nothing more.
    const isLatest = () => turn === this.#turn;
    this.#line = this.#settings.connect({
      opened: () => {
        if (!isLatest()) return;
        const isAgain = this.#wasOpen;
        this.#isOpen = true;
        this.#wasOpen = true;
        this.#tries = 0;
        this.#settings.opened(isAgain);
      },
      said: (text) => {
        if (isLatest()) this.#said(text);
      },
      closed: (isFinal) => {
        if (isLatest()) this.#lost(isFinal);
      },
    });
  }

  #said(text: string): void {
    const told = readTold(text);
    if (told?.is === "notice") return this.#settings.heard(told.notice);
    if (told?.is !== "answer") return;
    const asked = this.#asked.get(told.answer.id);
    this.#asked.delete(told.answer.id);
    asked?.answered(told.answer);
  }

  #lost(isFinal: boolean): void {
    if (this.#isClosed) return;
    this.#isOpen = false;
    this.#allowance.forget();
    this.#settings.lost(isFinal);
    if (isFinal) return this.#end(new LineClosed());
    const pause = pauses[Math.min(this.#tries, pauses.length - 1)];
    this.#tries += 1;
    this.#timer = setTimeout(() => this.#connect(), pause);
  }

  #end(cause: Error): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#allowance.close();
    for (const { failed } of this.#asked.values()) failed(cause);
    this.#asked.clear();
  }
}
