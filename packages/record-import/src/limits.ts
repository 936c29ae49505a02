const mebi = 2 ** 20;

/** Of one delivery and of the process that reads it. Sizes are bytes, times are milliseconds. */
export interface ReadingLimits {
  /** Archives inside one another. */
  readonly depth: number;
  /** Members of all archives of one delivery. */
  readonly files: number;
  /** Everything that archives of one delivery unpack to. */
  readonly unpacked: number;
  /** How many times its own size a member, or an archive as a whole, may unpack to. */
  readonly ratio: number;
  /** Below this size the ratio is not asked: an empty page of text packs very well. */
  readonly ratioFrom: number;
  /** What is held in memory at once: a member that must be unpacked, a picture. */
  readonly inMemory: number;
  /** Characters of text and markup, as bytes of the file. */
  readonly text: number;
  /** Of one picture, once it is unpacked. */
  readonly pixels: number;
  /** A picture of so many pixels, or more, is kept in tiles, as a slide. */
  readonly slideFrom: number;
  /** Of one slide: the tiles are made in memory, about a byte for two pixels. */
  readonly slidePixels: number;
  /** Of one TIFF. */
  readonly pages: number;
  /** The reading process's own time for one file; while it waits for bytes, the clock stands. */
  readonly longest: number;
  /** The same for a slide, once the process has said that it is one. */
  readonly longestSlide: number;
  /** Until a reading process asks for its first file, which a fresh one does late on a busy machine. */
  readonly start: number;
  /** A reading process that nobody needs is ended after this time. */
  readonly idle: number;
  /** What the reading process may take of the machine's memory. */
  readonly memory: number;
  /** Of it, for objects of JavaScript. */
  readonly heap: number;
  /** Processor time of one reading process before it is replaced; it ends by itself after twice as much. */
  readonly processor: number;
  /** Reading processes that may die over one delivered file. */
  readonly deaths: number;
}

export const readingLimits: ReadingLimits = {
  depth: 3,
  files: 20_000,
  unpacked: 16 * 1024 * mebi,
  ratio: 200,
  ratioFrom: 4 * mebi,
  inMemory: 256 * mebi,
  text: 8 * mebi,
  pixels: 120_000_000,
  slideFrom: 100_000_000,
  slidePixels: 500_000_000,
  pages: 200,
  longest: 30_000,
  longestSlide: 300_000,
  start: 30_000,
  idle: 300_000,
  memory: 1024 * mebi,
  heap: 512 * mebi,
  processor: 600_000,
  deaths: 8,
};
