import type { Clock } from "@consilium/foundation";
import {
  type AwarenessEntry,
  encodeAwareness,
  encodeOwnPlace,
  type Place,
  readMessage,
  type SeatPlace,
} from "@consilium/workspace";
import type { Connection } from "./connection.ts";
import { NewestOnly } from "./newest-only.ts";
import { createWatched, type Watchable } from "./watched.ts";

/** At most 10 carets a second leave this device; the server takes 20 (SY-21). */
const caretInterval = 100;
/** Of whoever shows something to all, others see each slice: all that the server takes. */
const placeInterval = 50;

/**
 * The carets of one document. y-websocket sends every change of awareness that it *sees*, also those of others, and a caret
 * changes with each key: only the own entry goes out, the newest one. Leaving goes at once.
 */
export class Carets {
  readonly #own: number;
  readonly #limit: NewestOnly<AwarenessEntry>;

  constructor(own: number, send: (message: Uint8Array) => void, clock: Clock) {
    this.#own = own;
    this.#limit = new NewestOnly((entry) => send(encodeAwareness([entry])), caretInterval, clock);
  }

  offer(message: Uint8Array): void {
    const read = readMessage(message);
    if (read?.kind !== "awareness") return;
    const mine = read.entries.findLast(({ client }) => client === this.#own);
    if (mine) this.#limit.offer(mine, mine.state === "null");
  }

  stop(): void {
    this.#limit.stop();
  }
}

/** Where the people of this case are (kind 7): one's own place out, those of others in. */
export class Places {
  readonly #connection: Connection;
  readonly #limit: NewestOnly<Place | null>;
  readonly #others = createWatched<readonly SeatPlace[]>([]);
  readonly others: Watchable<readonly SeatPlace[]> = this.#others;
  readonly #unsubscribe: () => void;
  #own: Place | null = null;

  constructor(connection: Connection, clock: Clock) {
    this.#connection = connection;
    this.#limit = new NewestOnly((place) => connection.say(encodeOwnPlace(place)), placeInterval, clock);
    this.#unsubscribe = connection.state.subscribe(() => this.#follow());
  }

  /** Null: nowhere to be seen. */
  show(place: Place | null): void {
    this.#own = place;
    this.#limit.offer(place, place === null);
  }

  heard(places: readonly SeatPlace[]): void {
    this.#others.set(places);
  }

  stop(): void {
    this.#unsubscribe();
    this.#limit.stop();
  }

  /** A new socket knows nothing of us; without one we know nothing of the others. */
  #follow(): void {
    if (this.#connection.state.getSnapshot().phase !== "open") return this.#others.set([]);
    if (this.#own) this.#limit.offer(this.#own, true);
  }
}
