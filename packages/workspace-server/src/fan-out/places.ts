import { type Changed, encodeBeat, encodeChanged, encodePlaces, type SeatPlace } from "@consilium/workspace";
import type { Connection } from "../doors/connection.ts";
import type { Engine } from "../engine.ts";
import { createPlacesElsewhere } from "../processes/places-elsewhere.ts";
import { type MaySee, seeing } from "./seeing.ts";

/** Who is in which case, and where: kind 7 and 9 of the second door (SY-21). */
export interface CaseRooms {
  readonly enter: (connection: Connection) => void;
  readonly leave: (connection: Connection) => void;
  readonly moved: (connection: Connection) => void;
  /** Rights of the case changed: what anybody may see is asked again. */
  readonly lookAgain: (caseId: string) => void;
  /** Something to fetch again over HTTP. Documents are named only to those who may read them. Without `seat`: to everybody. */
  readonly tellChanged: (caseId: string, changed: Changed, seat?: string) => Promise<void>;
  readonly seatsIn: (caseId: string) => ReadonlySet<string>;
  /** Once a tick: to each reader the places that it may see, and to the other processes where somebody moved. */
  readonly tick: () => Promise<void>;
  readonly beat: () => void;
  /** Every second: places are said again, and those of silent processes are missed. */
  readonly second: () => void;
  /** Another process says where its people are. */
  readonly heardElsewhere: (caseId: string, from: string, places: readonly SeatPlace[]) => void;
  /** To the other processes, with the next tick. */
  readonly sayPlaces: (caseId: string) => void;
  readonly connections: () => readonly Connection[];
}

/** In one room are the sockets of one case. `restless`: somebody there must be told something. */
interface Rooms {
  readonly engine: Engine;
  readonly sockets: Map<string, Set<Connection>>;
  restless: Set<string>;
  restlessHere: Set<string>;
  readonly elsewhere: ReturnType<typeof createPlacesElsewhere>;
  readonly maySee: MaySee;
}

export function createCaseRooms(engine: Engine, follow: (caseId: string) => void): CaseRooms {
  const rooms = createRooms(engine);
  const { sockets, maySee } = rooms;
  const inRoom = (caseId: string): readonly Connection[] => [...(sockets.get(caseId) ?? [])];
  const everybody = () => [...sockets.values()].flatMap((room) => [...room]);
  const stir = (caseId: string): void => {
    rooms.restless.add(caseId);
    rooms.restlessHere.add(caseId);
  };
  return {
    enter: (connection) => {
      const { caseId } = connection.visitor;
      sockets.set(caseId, (sockets.get(caseId) ?? new Set()).add(connection));
      follow(caseId);
      rooms.restless.add(caseId);
    },
    leave: (connection) => {
      sockets.get(connection.visitor.caseId)?.delete(connection);
      stir(connection.visitor.caseId);
    },
    moved: ({ visitor }) => stir(visitor.caseId),
    lookAgain: (caseId) => {
      for (const { sight } of inRoom(caseId)) sight.clear();
      stir(caseId);
    },
    tellChanged: async (caseId, changed, seat) => {
      for (const reader of inRoom(caseId).filter(sitsIn(seat))) await tellOne(reader, changed, maySee);
    },
    seatsIn: (caseId) => new Set(inRoom(caseId).map(({ visitor }) => visitor.seat)),
    tick: () => tellRestless(rooms, inRoom),
    beat: () => {
      for (const { queue } of everybody()) queue.push(0, encodeBeat());
    },
    ...withOtherProcesses(rooms),
    connections: everybody,
  };
}

const withOtherProcesses = (rooms: Rooms): Pick<CaseRooms, "second" | "heardElsewhere" | "sayPlaces"> => {
  const { engine, sockets, elsewhere } = rooms;
  return {
    second: () => {
      for (const [caseId, room] of sockets)
        if ([...room].some(({ place }) => place !== null)) rooms.restlessHere.add(caseId);
      for (const caseId of elsewhere.missSilentProcesses(engine.now().getTime())) rooms.restless.add(caseId);
    },
    heardElsewhere: (caseId, from, places) => {
      // Of a case that nobody has open here nothing is kept.
      if (!sockets.has(caseId)) return;
      if (elsewhere.hear(caseId, from, places, engine.now().getTime())) rooms.restless.add(caseId);
    },
    sayPlaces: (caseId) => void rooms.restlessHere.add(caseId),
  };
};

const createRooms = (engine: Engine): Rooms => ({
  engine,
  sockets: new Map(),
  restless: new Set(),
  restlessHere: new Set(),
  elsewhere: createPlacesElsewhere(),
  maySee: seeing(engine.rights, (cause) => engine.report({ kind: "threw", cause })),
});

async function tellRestless(rooms: Rooms, inRoom: (caseId: string) => readonly Connection[]): Promise<void> {
  const { restless, restlessHere } = rooms;
  rooms.restless = new Set();
  rooms.restlessHere = new Set();
  for (const caseId of restless) {
    const connections = inRoom(caseId);
    if (!(await tellAllPlaces(rooms, caseId, connections))) rooms.restless.add(caseId);
  }
  for (const caseId of restlessHere) await sayPlaces(rooms, caseId, inRoom(caseId));
  for (const [caseId, room] of rooms.sockets) {
    if (room.size > 0) continue;
    rooms.sockets.delete(caseId);
    rooms.elsewhere.forget(caseId);
  }
}

const sitsIn =
  (seat: string | undefined) =>
  ({ visitor }: Connection): boolean =>
    seat === undefined || visitor.seat === seat;

async function tellOne(connection: Connection, changed: Changed, maySee: MaySee): Promise<void> {
  const seen = await Promise.all(changed.documents.map((name) => maySee(connection, name)));
  const documents = changed.documents.filter((_, index) => seen[index]);
  if (documents.length === 0 && !changed.seats && !changed.case) return;
  if (connection.open) connection.queue.push(0, encodeChanged({ ...changed, documents }));
}

const mostUnsent = 16 * 1024;

/** False: some are slow. */
async function tellAllPlaces(
  rooms: Rooms,
  caseId: string,
  connections: readonly Connection[],
): Promise<boolean> {
  const shown = [...rooms.elsewhere.of(caseId), ...(await placesHere(rooms, connections))];
  let all = true;
  for (const reader of connections) all = (await tellPlaces(rooms, reader, shown)) && all;
  return all;
}

/** Nobody is shown at a place that they may not read themselves. */
async function placesHere(
  { maySee }: Rooms,
  connections: readonly Connection[],
): Promise<readonly SeatPlace[]> {
  const places = new Map<string, SeatPlace>();
  for (const mover of connections) {
    const { place, visitor } = mover;
    if (place && (await maySee(mover, place.target)))
      places.set(visitor.seat, { seat: visitor.seat, name: visitor.name, at: place });
  }
  return [...places.values()];
}

/** A place is seen by those who may read where it is. False: not now, it is slow. */
async function tellPlaces(
  { maySee }: Rooms,
  reader: Connection,
  shown: readonly SeatPlace[],
): Promise<boolean> {
  if (reader.queue.waiting(0) > mostUnsent) return false;
  const places = new Map<string, SeatPlace>();
  for (const shownPlace of shown) {
    if (shownPlace.seat === reader.visitor.seat || !(await maySee(reader, shownPlace.at.target))) continue;
    places.set(shownPlace.seat, shownPlace);
  }
  if (reader.open) reader.queue.push(0, encodePlaces([...places.values()]));
  return true;
}

async function sayPlaces(rooms: Rooms, caseId: string, connections: readonly Connection[]): Promise<void> {
  const { bus } = rooms.engine;
  if (bus.carriesPresence) bus.say({ kind: "places", caseId, places: await placesHere(rooms, connections) });
}
