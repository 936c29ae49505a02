import { encodePlaces, type SeatPlace } from "@consilium/workspace";
import type { Connection } from "../doors/connection.ts";
import type { Engine } from "../engine.ts";
import type { Seeing } from "./seeing.ts";

/** What telling of places needs. */
export interface ShownPlaces {
  readonly engine: Engine;
  readonly sightOf: Seeing;
}

/** Bytes before a reader that is told nothing more for now. */
const mostUnsent = 16 * 1024;

/** False: some are slow. */
export async function tellAllPlaces(
  rooms: ShownPlaces,
  connections: readonly Connection[],
  elsewhere: readonly SeatPlace[],
): Promise<boolean> {
  const shown = [...elsewhere, ...(await placesHere(rooms, connections))];
  let all = true;
  for (const reader of connections) all = (await tellPlaces(rooms, reader, shown)) && all;
  return all;
}

/** Nobody is shown at a place that they may not read themselves, and a guest never as who shows it. */
async function placesHere(
  { sightOf }: ShownPlaces,
  connections: readonly Connection[],
): Promise<readonly SeatPlace[]> {
  const places = new Map<string, SeatPlace>();
  for (const mover of connections) {
    const { place, visitor } = mover;
    const sight = place ? await sightOf(mover, place.target) : "nobody";
    if (!place || sight === "nobody") continue;
    const { presenting, ...quiet } = place;
    const at = sight === "everybody" && presenting ? place : quiet;
    places.set(visitor.seat, { seat: visitor.seat, name: visitor.name, at });
  }
  return [...places.values()];
}

/** A place is seen by those who may read where it is; guests see whoever shows it alone. False: not now, it is slow. */
async function tellPlaces(
  { sightOf }: ShownPlaces,
  reader: Connection,
  shown: readonly SeatPlace[],
): Promise<boolean> {
  if (reader.queue.waiting(0) > mostUnsent) return false;
  const places = new Map<string, SeatPlace>();
  for (const shownPlace of shown) {
    const { seat, at } = shownPlace;
    if (seat === reader.visitor.seat) continue;
    const sight = await sightOf(reader, at.target);
    if (sight === "everybody" || (sight === "presenter" && at.presenting)) places.set(seat, shownPlace);
  }
  if (reader.open) reader.queue.push(0, encodePlaces([...places.values()]));
  return true;
}

/** To the other processes. */
export async function sayPlaces(
  rooms: ShownPlaces,
  caseId: string,
  connections: readonly Connection[],
): Promise<void> {
  const { bus } = rooms.engine;
  if (bus.carriesPresence) bus.say({ kind: "places", caseId, places: await placesHere(rooms, connections) });
}
