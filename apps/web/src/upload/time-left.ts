/** How much of a delivery was on the server at a moment. */
export interface Sample {
  /** Milliseconds. */
  readonly at: number;
  /** Bytes. */
  readonly sent: number;
}

/** Milliseconds: what was longer ago says nothing about now. */
const memory = 30_000;
/** Milliseconds: less says nothing yet. */
const least = 3_000;

/** With the newest, without what is too old. A step back, as after a cancelled file, begins anew. */
export function withSample(samples: readonly Sample[], newest: Sample): readonly Sample[] {
  const last = samples.at(-1);
  if (last && newest.sent < last.sent) return [newest];
  return [...samples.filter(({ at }) => newest.at - at <= memory), newest];
}

/** Seconds until all is sent, at the speed of the last half minute; undefined: not known yet. */
export function secondsLeft(samples: readonly Sample[], bytesLeft: number): number | undefined {
  const [first] = samples;
  const last = samples.at(-1);
  if (!first || !last || last.at - first.at < least || last.sent <= first.sent) return undefined;
  return (bytesLeft * (last.at - first.at)) / (last.sent - first.sent) / 1000;
}

export type RoughTime =
  | { readonly unit: "moment" }
  | { readonly unit: "minutes" | "hours"; readonly count: number };

/** As people say it: less than a minute, about so many minutes, from two hours on hours. */
export function roughly(seconds: number): RoughTime {
  const minutes = seconds / 60;
  if (minutes < 0.9) return { unit: "moment" };
  if (minutes < 100) return { unit: "minutes", count: Math.max(1, Math.round(minutes)) };
  return { unit: "hours", count: Math.round(minutes / 60) };
}
