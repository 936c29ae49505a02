import { giveUpLost, goOnWith, isPresent, leave, lose, noRecording, over } from "@consilium/clinical";
import { answer } from "./answer.ts";
import { apply, dropStreams } from "./apply.ts";
import { noteStopped } from "./end-stream.ts";
import { createOrder } from "./in-order.ts";
import { noteDown, noteSentAway } from "./note-down.ts";
import { Pages } from "./pages.ts";
import { Recorder } from "./recorder.ts";
import {
  type Attending,
  type Connection,
  type RoomSettings,
  type RoomState,
  tell,
  tellAll,
} from "./room-state.ts";
import { type ConferenceStatistics, Statistics } from "./statistics.ts";

const noteLeft = (room: RoomState, seat: string): void => noteDown(room, { act: "left", seat });

/** One conference while people are in it or before it. */
export class Room {
  readonly #state: RoomState;
  readonly #pages: Pages;

  /** `wereIn`: who was in when the server stopped; their places are kept for as long as those of a lost connection. */
  constructor(settings: RoomSettings, wereIn: readonly Attending[] = []) {
    this.#state = {
      settings,
      inOrder: createOrder(),
      conference: goOnWith(wereIn, settings.now()),
      people: new Map(wereIn.map((person) => [person.seat, person])),
      connections: new Map(),
      streams: new Map(),
      carrying: undefined,
      statistics: new Statistics(),
      recorder: new Recorder(() => this.#state),
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
    const attendee = room.conference.attendees.get(seat);
    if (attendee && isPresent(attendee)) noteLeft(room, seat);
    apply(room, leave(room.conference, seat));
    room.connections.delete(seat);
    connection?.close("removed");
  }

  /** Now and then: gives up the places whose time has passed, and sockets that nobody uses. */
  tick(): void {
    const room = this.#state;
    for (const connection of this.#pages.silent()) connection.close("not-here");
    const { conference, gone } = giveUpLost(room.conference, room.settings.now());
    for (const seat of gone) noteLeft(room, seat);
    if (gone.length > 0) apply(room, conference);
  }

  /** Of all who are here, also those whose line is lost and whose place is kept. */
  seats(): readonly string[] {
    const { conference, connections } = this.#state;
    const present = [...conference.attendees].flatMap(([seat, one]) => (isPresent(one) ? [seat] : []));
    return [...new Set([...connections.keys(), ...present])];
  }

  statistics(): ConferenceStatistics | undefined {
    return this.#state.statistics.summary();
  }

  hasEnded(): boolean {
    return this.#state.conference.state === "ended";
  }

  /** It is over for all, though no clinician ended it here. What that means elsewhere is written down already. */
  endForAll(): void {
    const room = this.#state;
    if (this.hasEnded()) return;
    noteSentAway(room);
    tellAll(room, { method: "ended", data: {} });
    apply(room, over(room.conference));
    for (const connection of room.connections.values()) connection.close("ended");
    room.connections.clear();
  }

  /** The server ends, and not the conference: pages come back, here or to another one. What goes on no longer is written down. */
  async close(): Promise<void> {
    const room = this.#state;
    const { connections, carrying, recorder, inOrder } = room;
    for (const connection of connections.values()) connection.close("not-here");
    connections.clear();
    noteStopped(room);
    // What is recorded is put away before the streams go.
    room.conference = { ...room.conference, recording: noRecording, presented: null };
    recorder.follow();
    await recorder.settled();
    await carrying?.then(
      (media) => media.close(),
      () => undefined,
    );
    await inOrder(() => Promise.resolve());
  }
}
