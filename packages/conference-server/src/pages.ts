import { type ConferenceRefusalReason, type ReadRequest, readRequest } from "@consilium/conference";
import type { Result } from "@consilium/foundation";
import { createPace, type Pace } from "./pace.ts";
import { RememberedAnswers } from "./remembered-answers.ts";
import type { Connection, RoomSettings } from "./room-state.ts";

/** Milliseconds. */
export const joinsWithin = 30_000;

interface Page {
  readonly pace: () => Pace;
  hasJoined: boolean;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
}

type Handle = (seat: string, asked: ReadRequest) => Promise<Result<unknown, ConferenceRefusalReason>>;

/** From text to text: how fast, in which order, and what was answered already. */
export class Pages {
  readonly #settings: RoomSettings;
  readonly #handle: Handle;
  readonly #pages = new Map<Connection, Page>();
  readonly #memories = new Map<string, RememberedAnswers>();
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(settings: RoomSettings, handle: Handle) {
    this.#settings = settings;
    this.#handle = handle;
  }

  open(connection: Connection): void {
    this.#pages.set(connection, {
      pace: createPace(this.#settings.now),
      hasJoined: false,
      openedAt: this.#settings.now(),
    });
  }

  forget(connection: Connection): void {
    this.#pages.delete(connection);
  }

  /** Pages that opened a socket and have not said for what: one that is the app's says it at once. */
  silent(): readonly Connection[] {
    const before = this.#settings.now() - joinsWithin;
    return [...this.#pages].flatMap(([connection, { hasJoined, openedAt }]) =>
      !hasJoined && openedAt <= before ? [connection] : [],
    );
  }

  said(seat: string, connection: Connection, text: string): void {
    const page = this.#pages.get(connection);
    const pace = page?.pace();
    if (!page || pace === undefined) return;
    if (pace === "cut-off") return connection.close("too-fast");
    if (pace === "too-fast") return connection.send(refused(null, "too-fast"));
    this.#ask(seat, page, text).then((told) => connection.send(told), this.#settings.failed);
  }

  async #ask(seat: string, page: Page, text: string): Promise<string> {
    const asked = readRequest(text);
    if (!asked.ok) return refused(asked.id, asked.reason);
    const { id, method } = asked.value;
    if (method === "join") page.hasJoined = true;
    if (!page.hasJoined) return refused(id, "not-joined");
    const answer = () => this.#answer(seat, asked.value);
    return this.#memoryOf(seat).once(id, () =>
      endsRecording(asked.value) ? answer() : this.#inTurn(seat, answer),
    );
  }

  async #answer(seat: string, asked: ReadRequest): Promise<string> {
    const done = await this.#handle(seat, asked);
    return done.ok
      ? JSON.stringify({ id: asked.id, ok: true, data: done.value })
      : refused(asked.id, done.reason);
  }

  /** One after the other for a seat: what was asked first is done first. */
  #inTurn(seat: string, step: () => Promise<string>): Promise<string> {
    const next = (this.#turns.get(seat) ?? Promise.resolve()).then(step);
    this.#turns.set(seat, next);
    return next;
  }

  #memoryOf(seat: string): RememberedAnswers {
    const memory = this.#memories.get(seat) ?? new RememberedAnswers();
    this.#memories.set(seat, memory);
    return memory;
  }
}

/** It waits for nothing that was asked before it, which may itself wait for the database. */
const endsRecording = ({ method, input }: ReadRequest): boolean =>
  method === "stopRecording" || (method === "recordingConsent" && !input.agree);

const refused = (id: string | null, reason: ConferenceRefusalReason): string =>
  JSON.stringify({ id, ok: false, reason });
