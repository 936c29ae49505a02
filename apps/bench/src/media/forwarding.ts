import type { Figure } from "../measuring/figures.ts";
import { spreadOf } from "../measuring/spread.ts";
import { type ForwardedRoom, measureRoom, type RoomSize } from "./forwarded-room.ts";
import { packetsOfOne } from "./speaker.ts";

const sizes: readonly RoomSize[] = [
  ...[2, 3, 6, 12, 24].map((people) => ({ people, workers: 1 })),
  { people: 24, workers: 2 },
];

/**
 * What a worker spends on streams that it passes on, without browsers: everybody sends sound and one picture, and receives those of all
 * others, encrypted as for a browser (SRTP), into a socket that nobody reads. Left out: deciphering what comes in, and estimating what a
 * line carries.
 */
export async function measureForwarding(program: string, seconds: number): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const size of sizes) figures.push(...figuresOf(size, await measureRoom(program, size, seconds)));
  return figures;
}

function figuresOf({ people, workers }: RoomSize, room: ForwardedRoom): readonly Figure[] {
  const { streams, cores, packets } = room;
  const of = workers === 1 ? `${people}` : `${people}-over-${workers}`;
  const over = workers === 1 ? "" : ` over ${workers} workers`;
  const core = cores.reduce((sum, one) => sum + one, 0);
  const one = (name: string, words: string, unit: string, value: number): Figure => ({
    name: `${name}-${of}`,
    words,
    unit,
    ours: spreadOf([value]),
  });
  return [
    one("core", `a room of ${people}${over}, ${streams} streams passed on: of a core`, "%", core),
    ...(workers === 1 ? [] : [one("busiest", "  the busier one", "%", Math.max(...cores))]),
    one("stream", "  of a core for each", "%", core / streams),
    {
      ...one("packets", "  packets out a second", "/s", packets),
      // Otherwise something was lost on the way to the worker, and the rest says nothing.
      target: { atLeast: (streams / 2) * packetsOfOne * 0.95 },
      moreIsBetter: true,
    },
    one("capacity", "  streams that a whole core carries at that", "streams", (100 / core) * streams),
  ];
}
