import { type Changed, encodeBeat, encodeChanged, type SeatPlace } from "@consilium/workspace";
import type { Connection } from "../doors/connection.ts";
import type { Engine } from "../engine.ts";
import { createPlacesElsewhere } from "../processes/places-elsewhere.ts";
import { type Seeing, seeing } from "./seeing.ts";
import { type ShownPlaces, tellAllPlaces, sayPlaces } from "./tell-places.ts";

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
  /** To each reader the places that it may see, and to the other processes where somebody moved, as far as they were not told at once. */
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
interface Rooms extends ShownPlaces {
  readonly sockets: Map<string, Set<Connection>>;
  readonly restless: Set<string>;
  readonly restlessHere: Set<string>;
  /** Cases that were told something with the last tick or since. */
  readonly told: Set<string>;
  readonly telling: Set<string>;
  readonly elsewhere: ReturnType<typeof createPlacesElsewhere>;
}

export function createCaseRooms(engine: Engine, follow: (caseId: string) => void): CaseRooms {
  const rooms = createRooms(engine);
  const { sockets, sightOf } = rooms;
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
    moved: ({ visitor }) => {
      stir(visitor.caseId);
      tellAtOnce(rooms, visitor.caseId);
    },
    lookAgain: (caseId) => {
      for (const { sight } of inRoom(caseId)) sight.clear();
      stir(caseId);
    },
    tellChanged: async (caseId, changed, seat) => {
      for (const reader of inRoom(caseId).filter(sitsIn(seat))) await tellOne(reader, changed, sightOf);
    },
    seatsIn: (caseId) => new Set(inRoom(caseId).map(({ visitor }) => visitor.seat)),
    tick: () => tellRestless(rooms),
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
      if (!elsewhere.hear(caseId, from, places, engine.now().getTime())) return;
      rooms.restless.add(caseId);
      tellAtOnce(rooms, caseId);
    },
    sayPlaces: (caseId) => void rooms.restlessHere.add(caseId),
  };
};

const createRooms = (engine: Engine): Rooms => ({
  engine,
  sockets: new Map(),
  restless: new Set(),
  restlessHere: new Set(),
  told: new Set(),
  telling: new Set(),
  elsewhere: createPlacesElsewhere(),
  sightOf: seeing(engine.rights, (cause) => engine.report({ kind: "threw", cause })),
});

/** Who follows somebody sees each step without waiting for a tick. Where many move, the others of a tick go together with it. */
function tellAtOnce(rooms: Rooms, caseId: string): void {
  if (!rooms.told.has(caseId)) void tellRoom(rooms, caseId);
}

async function tellRestless(rooms: Rooms): Promise<void> {
  rooms.told.clear();
  for (const caseId of new Set([...rooms.restless, ...rooms.restlessHere])) await tellRoom(rooms, caseId);
  for (const [caseId, room] of rooms.sockets) {
    if (room.size > 0) continue;
    rooms.sockets.delete(caseId);
    rooms.elsewhere.forget(caseId);
  }
}

/** One telling after the other: an older place never comes after a newer one. */
async function tellRoom(rooms: Rooms, caseId: string): Promise<void> {
  const { restless, restlessHere, told, telling, elsewhere } = rooms;
  if (telling.has(caseId)) return;
  telling.add(caseId);
  const [isRestless, isRestlessHere] = [restless.delete(caseId), restlessHere.delete(caseId)];
  const connections = [...(rooms.sockets.get(caseId) ?? [])];
  if (isRestless) told.add(caseId);
  try {
    if (isRestless && !(await tellAllPlaces(rooms, connections, elsewhere.of(caseId)))) restless.add(caseId);
    if (isRestlessHere) await sayPlaces(rooms, caseId, connections);
  } finally {
    telling.delete(caseId);
  }
}

const sitsIn =
  (seat: string | undefined) =>
  ({ visitor }: Connection): boolean =>
    seat === undefined || visitor.seat === seat;

async function tellOne(connection: Connection, changed: Changed, sightOf: Seeing): Promise<void> {
  const seen = await Promise.all(changed.documents.map((name) => sightOf(connection, name)));
  const documents = changed.documents.filter((_, index) => seen[index] === "everybody");
  if (documents.length === 0 && !changed.seats && !changed.case) return;
  if (connection.open) connection.queue.push(0, encodeChanged({ ...changed, documents }));
}
