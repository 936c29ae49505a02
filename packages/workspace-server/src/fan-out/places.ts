import { type Changed, encodeBeat, encodeChanged, encodePlaces, type SeatPlace } from "@consilium/workspace";
import type { Connection } from "../doors/connection.ts";
import type { Rights } from "../session/rights.ts";

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
  /** Once a tick: to each reader the places that it may see. */
  readonly tick: () => Promise<void>;
  readonly beat: () => void;
  readonly connections: () => readonly Connection[];
}

export function createCaseRooms(rights: Rights, failed: (cause: unknown) => void): CaseRooms {
  const rooms = new Map<string, Set<Connection>>();
  let restless = new Set<string>();

  const inRoom = (caseId: string): readonly Connection[] => [...(rooms.get(caseId) ?? [])];
  const everybody = () => [...rooms.values()].flatMap((room) => [...room]);
  const maySee = seeing(rights, failed);

  return {
    enter: (connection) => {
      const { caseId } = connection.visitor;
      rooms.set(caseId, (rooms.get(caseId) ?? new Set()).add(connection));
      restless.add(caseId);
    },
    leave: (connection) => {
      rooms.get(connection.visitor.caseId)?.delete(connection);
      restless.add(connection.visitor.caseId);
    },
    moved: ({ visitor }) => restless.add(visitor.caseId),
    lookAgain: (caseId) => {
      for (const { sight } of inRoom(caseId)) sight.clear();
      restless.add(caseId);
    },
    tellChanged: async (caseId, changed, seat) => {
      for (const reader of inRoom(caseId).filter(sitsIn(seat))) await tellOne(reader, changed, maySee);
    },
    seatsIn: (caseId) => new Set(inRoom(caseId).map(({ visitor }) => visitor.seat)),
    tick: async () => {
      const cases = restless;
      restless = new Set();
      for (const caseId of cases) {
        const connections = inRoom(caseId);
        if (connections.length === 0) rooms.delete(caseId);
        if (!(await tellAllPlaces(connections, maySee))) restless.add(caseId);
      }
    },
    beat: () => {
      for (const { queue } of everybody()) queue.push(0, encodeBeat());
    },
    connections: everybody,
  };
}

const sitsIn =
  (seat: string | undefined) =>
  ({ visitor }: Connection): boolean =>
    seat === undefined || visitor.seat === seat;

type MaySee = (connection: Connection, target: string) => Promise<boolean>;

/** Asked once a connection and target, until the rights of the case change. What cannot be known is not seen. */
function seeing(rights: Rights, failed: (cause: unknown) => void): MaySee {
  return (connection, target) => {
    const { sight, visitor } = connection;
    const known = sight.get(target);
    if (known) return known;
    const asked = rights.mayReadTarget(visitor, target).catch((cause: unknown) => {
      failed(cause);
      sight.delete(target);
      return false;
    });
    sight.set(target, asked);
    return asked;
  };
}

async function tellOne(connection: Connection, changed: Changed, maySee: MaySee): Promise<void> {
  const seen = await Promise.all(changed.documents.map((name) => maySee(connection, name)));
  const documents = changed.documents.filter((_, index) => seen[index]);
  if (documents.length === 0 && !changed.seats && !changed.case) return;
  if (connection.open) connection.queue.push(0, encodeChanged({ ...changed, documents }));
}

const mostUnsent = 16 * 1024;

/** False: some are slow. */
async function tellAllPlaces(connections: readonly Connection[], maySee: MaySee): Promise<boolean> {
  let all = true;
  for (const reader of connections) all = (await tellPlaces(reader, connections, maySee)) && all;
  return all;
}

/** A place is seen by those who may read where it is, and shown by nobody who may not. False: not now, it is slow. */
async function tellPlaces(reader: Connection, all: readonly Connection[], maySee: MaySee): Promise<boolean> {
  if (reader.queue.waiting(0) > mostUnsent) return false;
  const places = new Map<string, SeatPlace>();
  for (const mover of all) {
    const { place, visitor } = mover;
    if (!place || visitor.seat === reader.visitor.seat) continue;
    if (!(await maySee(mover, place.target)) || !(await maySee(reader, place.target))) continue;
    places.set(visitor.seat, { seat: visitor.seat, name: visitor.name, at: place });
  }
  if (reader.open) reader.queue.push(0, encodePlaces([...places.values()]));
  return true;
}
