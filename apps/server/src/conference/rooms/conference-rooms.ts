import { isOver, isToCome, type Party, partyOf } from "@consilium/clinical";
import type { IceServer } from "@consilium/conference";
import { type Attending, type Connection, type Media, Room } from "@consilium/conference-server";
import {
  changeConference,
  type ConferenceRow,
  findCase,
  findConference,
  holdConference,
  insertConferenceStatistics,
  letGoOfConference,
  openAttendances,
  seatsOfCases,
} from "@consilium/database";
import type { Services } from "../../services.ts";
import type { Recording } from "../recording/open-recording.ts";
import type { Visitor } from "./admit-visitor.ts";
import { keepTrace } from "./keep-trace.ts";
import { mayShow } from "./may-show.ts";

/** Milliseconds. */
const every = 1000;
const heldFor = 10_000;
const settling = 5000;

export interface RoomsOptions {
  readonly services: Services;
  readonly media: Media;
  readonly iceServersFor: (seat: string) => readonly IceServer[];
  /** Undefined: nothing is recorded here. */
  readonly recording: Recording | undefined;
  /** Which of these sessions are over. */
  readonly endedAmong: (sessions: readonly string[]) => Promise<readonly string[]>;
  readonly failed: (cause: unknown) => void;
}

export interface Held {
  readonly conference: ConferenceRow;
  readonly room: Room;
  /** Who is here, by seat: their session ends, and they go. */
  readonly visitors: Map<string, Visitor>;
  /** Until when the room is this process's. */
  until: Date;
  /** Of the process's own clock: who it was opened for is about to come in. */
  readonly openedAt: number;
}

/** The rooms of this process. One process has a conference's room at a time. */
export class ConferenceRooms {
  readonly #options: RoomsOptions;
  readonly #rooms = new Map<string, Promise<Held | undefined>>();
  readonly #holder: string;
  readonly #timer: ReturnType<typeof setInterval>;
  #isLooking = false;

  constructor(options: RoomsOptions) {
    this.#options = options;
    this.#holder = options.services.createId();
    this.#timer = setInterval(() => void this.#lookAround(), every);
  }

  /** Undefined: another process has the room. */
  async roomOf(conference: ConferenceRow): Promise<Held | undefined> {
    const known = this.#rooms.get(conference.id);
    if (known) return known;
    const opening = this.#open(conference);
    this.#rooms.set(conference.id, opening);
    const held = await opening.catch((cause: unknown) => {
      this.#rooms.delete(conference.id);
      throw cause;
    });
    if (!held) this.#rooms.delete(conference.id);
    return held;
  }

  enter({ room, visitors }: Held, visitor: Visitor, connection: Connection): void {
    visitors.set(visitor.person.seat, visitor);
    room.open(visitor.person, connection);
  }

  /** Who may do what changed in a case: whoever may no longer be here goes at once. */
  async changed(caseId: string): Promise<void> {
    for (const held of await this.#here())
      if (held.conference.caseId === caseId) {
        await this.#judge(held);
        await this.#endSessions(held);
      }
  }

  /** They signed out. */
  async sessionEnded(session: string): Promise<void> {
    for (const { room, visitors } of await this.#here())
      for (const [seat, visitor] of visitors)
        if (visitor.session === session) {
          visitors.delete(seat);
          room.seatEnded(seat);
        }
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    const here = await this.#here();
    this.#rooms.clear();
    for (const held of here) await this.#shut(held);
  }

  /** Until it is let go of, whoever comes is told to come back: else its end would let go of the one that is opened anew. */
  async #leave(held: Held): Promise<void> {
    const { id } = held.conference;
    const shut = this.#shut(held).then(() => undefined);
    this.#rooms.set(id, shut);
    await shut.finally(() => this.#rooms.delete(id));
  }

  /** Whatever happens to the numbers, the room is let go of. */
  async #shut({ room, conference }: Held): Promise<void> {
    const { services, failed } = this.#options;
    const { database } = services.open;
    await room.close();
    const { organisationId, caseId, id: conferenceId } = conference;
    const body = room.statistics();
    const row = { id: services.createId(), organisationId, caseId, conferenceId, at: services.now() };
    if (body) await insertConferenceStatistics(database, { ...row, body: { ...body } }).catch(failed);
    await letGoOfConference(database, conferenceId, this.#holder, services.now());
  }

  async #open(conference: ConferenceRow): Promise<Held | undefined> {
    const { services, media, iceServersFor, recording, failed } = this.#options;
    const until = await this.#hold(conference.id);
    if (!until) return undefined;
    const { database } = services.open;
    const room = new Room(
      {
        media,
        now: () => services.now().getTime(),
        iceServersFor,
        mayShow: (seat, item) => mayShow(services, conference.caseId, seat, item),
        trace: (trace) => keepTrace(services, conference, trace),
        shown: async (presented) => {
          await changeConference(database, conference.id, { presented });
          await services.changed({ caseId: conference.caseId, rights: true });
        },
        ...(recording && { keepRecording: recording(conference) }),
        failed,
      },
      await this.#wereIn(conference),
    );
    return { conference, room, visitors: new Map(), until, openedAt: performance.now() };
  }

  /** Those who were in when a server stopped. */
  async #wereIn({ id, caseId }: ConferenceRow): Promise<readonly Attending[]> {
    const { open } = this.#options.services;
    const found = await openAttendances(open.database, id);
    const parties = await this.#partiesOf(caseId);
    return found.flatMap(({ seatId: seat, name }) => {
      const party = parties.get(seat);
      return party === undefined ? [] : [{ seat, name, party }];
    });
  }

  /** Of everybody who may be in a conference of a case now, by the id of their seat. */
  async #partiesOf(caseId: string): Promise<ReadonlyMap<string, Party>> {
    const { open, now } = this.#options.services;
    const at = now();
    const seats = await seatsOfCases(open.database, [caseId]);
    return new Map(
      seats.flatMap((seat) => {
        const party = partyOf(seat, at);
        return party === undefined ? [] : [[seat.id, party]];
      }),
    );
  }

  async #hold(id: string): Promise<Date | undefined> {
    const { open, now } = this.#options.services;
    const at = now();
    const until = new Date(at.getTime() + heldFor);
    return (await holdConference(open.database, id, this.#holder, { now: at, until })) ? until : undefined;
  }

  async #here(): Promise<readonly Held[]> {
    const rooms = await Promise.all([...this.#rooms.values()].map((room) => room.catch(() => undefined)));
    return rooms.filter((room) => room !== undefined);
  }

  async #lookAround(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    // What is wrong with one room keeps nobody in another one.
    for (const held of await this.#here()) await this.#look(held).catch(this.#options.failed);
    this.#isLooking = false;
  }

  async #look(held: Held): Promise<void> {
    const { room, conference } = held;
    room.tick();
    const { now } = this.#options.services;
    const isDeserted = room.seats().length === 0 && performance.now() - held.openedAt > settling;
    if (room.hasEnded() || isDeserted) return this.#leave(held);
    if (held.until.getTime() - now().getTime() < heldFor / 2) {
      const until = await this.#hold(conference.id);
      // Another process took it while this one, or the database, stood still: its pages go there.
      if (!until) return this.#leave(held);
      held.until = until;
    }
    await this.#judge(held);
    await this.#endSessions(held);
  }

  async #endSessions({ visitors, room }: Held): Promise<void> {
    const now = this.#options.services.now();
    const over = new Set(
      await this.#options.endedAmong([...visitors.values()].map(({ session }) => session)),
    );
    for (const [seat, { session, expires }] of visitors)
      if (over.has(session) || expires <= now) {
        visitors.delete(seat);
        room.seatEnded(seat);
      }
  }

  /** The seats of all who are here, as they are now. Before their sessions: guests' end with the conference, and nobody left it before that. */
  async #judge({ conference, room, visitors }: Held): Promise<void> {
    const { open } = this.#options.services;
    const stands = await findConference(open.database, conference.id);
    if (!stands || !isToCome(stands)) return room.endForAll();
    const row = await findCase(open.database, conference.caseId);
    const isClosed = !row?.wrappedKey || isOver({ state: row.state, interrupted: row.pausedFrom });
    const parties = isClosed ? undefined : await this.#partiesOf(conference.caseId);
    for (const seatId of room.seats()) {
      if (parties?.has(seatId)) continue;
      visitors.delete(seatId);
      room.seatEnded(seatId);
    }
  }
}
