import { giveUpLost, goOnWith, leave, lose } from "@consilium/clinical";
import { answer } from "./answer.ts";
import { apply, dropStreams } from "./apply.ts";
import { Pages } from "./pages.ts";
import { type Attending, type Connection, type RoomSettings, type RoomState, tell } from "./room-state.ts";

/** One conference while people are in it or before it. */
export class Room {
  readonly #state: RoomState;
  readonly #pages: Pages;

  /** `wereIn`: who was in when the server stopped; their places are kept for as long as those of a lost connection. */
  constructor(settings: RoomSettings, wereIn: readonly Attending[] = []) {
    this.#state = {
      settings,
      conference: goOnWith(wereIn, settings.now()),
      people: new Map(wereIn.map((person) => [person.seat, person])),
      connections: new Map(),
      streams: new Map(),
      carrying: undefined,
      generation: 1,
    };
    this.#pages = new Pages(settings, (seat, asked) => answer(this.#state, seat, asked));
  }

  /** A page is open; another one of the same seat gives way to it. */
  open(person: Attending, connection: Connection): void {
    const { connections, people } = this.#state;
    const before = connections.get(person.seat);
    people.set(person.seat, person);
    connections.set(person.seat, connection);
    this.#pages.open(connection);
    if (!before || before === connection) return;
    this.#pages.forget(before);
    before.send(JSON.stringify({ method: "elsewhere", data: {} }));
    before.close("elsewhere");
    // The streams went over the other page's transports.
    dropStreams(this.#state, person.seat);
  }

  /** What a page said. Answers go over the connection that said it. */
  said(seat: string, connection: Connection, text: string): void {
    if (this.#state.connections.get(seat) === connection) this.#pages.said(seat, connection, text);
  }

  /** A connection has ended without a word. */
  lost(seat: string, connection: Connection): void {
    const room = this.#state;
    this.#pages.forget(connection);
    if (room.connections.get(seat) !== connection) return;
    room.connections.delete(seat);
    apply(room, lose(room.conference, seat, room.settings.now()));
  }

  /** Somebody may no longer be here: at once, whatever they do. */
  seatEnded(seat: string): void {
    const room = this.#state;
    const connection = room.connections.get(seat);
    tell(room, seat, { method: "removed", data: { as: "seat-ended" } });
    apply(room, leave(room.conference, seat));
    room.connections.delete(seat);
    connection?.close("removed");
  }

  /** Now and then: gives up the places whose time has passed. */
  tick(): void {
    const room = this.#state;
    const { conference, gone } = giveUpLost(room.conference, room.settings.now());
    for (const seat of gone) room.settings.trace({ act: "left", seat });
    if (gone.length > 0) apply(room, conference);
  }

  /** Nobody is here, and nobody's place is kept. */
  isEmpty(): boolean {
    return this.#state.connections.size === 0 && this.#state.streams.size === 0;
  }

  hasEnded(): boolean {
    return this.#state.conference.state === "ended";
  }

  close(): void {
    const { connections, carrying } = this.#state;
    for (const connection of connections.values()) connection.close("ended");
    connections.clear();
    void carrying?.then(
      (media) => media.close(),
      () => undefined,
    );
  }
}
