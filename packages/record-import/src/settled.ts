import type { FileReading } from "./file-reading.ts";

/** A file that was come upon and what was said of it. */
export interface Settled {
  readonly path: string;
  readonly bytes: number;
  readonly reading: FileReading;
}
