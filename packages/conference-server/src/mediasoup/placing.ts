/** Of everybody: a voice and a picture. */
const streamsOfOne = 2;

/**
 * Streams that a worker passes on before whoever comes is carried by another one: what mediasoup's makers advise for a core, and 16 people of
 * one room. Who comes later, elsewhere, adds to them: 16 of a room of 24 make 736, some half of a core.
 */
export const mostStreams = 500;

/**
 * Passed on to so many of a room's people, once everybody sends to everybody. Those who have only just come send nothing yet: a room that
 * moves is so spread before it is heard.
 */
export const streamsTo = (here: number, people: number): number =>
  streamsOfOne * here * Math.max(0, people - 1);

/** A worker, as one room sees it. */
export interface Place {
  /** Of the room's people. */
  readonly here: number;
  /** Streams of other rooms. */
  readonly others: number;
}

export interface Places<P extends Place> {
  /** Of the room, the first one first. */
  readonly own: readonly [P, ...P[]];
  /** Workers that have nothing of it, the least busy one first. */
  readonly further: readonly P[];
}

/** Where somebody who comes is carried. Where there is space nowhere the room goes nowhere: pipes would add to what is too much. */
export function placeFor<P extends Place>({ own, further }: Places<P>, most: number): P {
  const people = own.reduce((sum, { here }) => sum + here, 1);
  const streamsAt = ({ here, others }: P): number => others + streamsTo(here + 1, people);
  return (
    [...own, ...further].find((place) => streamsAt(place) <= most) ??
    own.reduce((least, place) => (streamsAt(place) < streamsAt(least) ? place : least))
  );
}
