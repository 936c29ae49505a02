import type { LineCount, TrackCount } from "./count-line.ts";

/** `none`: nothing arrives. */
export type Grade = "good" | "weak" | "bad" | "none";

export interface LineQuality {
  /** Of the line as a whole: the worse of what one sends and what arrives. */
  readonly line: Grade;
  /** Of what one sends alone. */
  readonly out: Grade;
  /** By the id of the track that arrives. */
  readonly tracks: ReadonlyMap<string, Grade>;
}

/** From where on it is heard: the share of packets lost, of sound made up, and seconds there and back. */
const limits = {
  lost: { weak: 0.05, bad: 0.15 },
  concealed: { weak: 0.03, bad: 0.1 },
  roundTrip: { weak: 0.4, bad: 1 },
} as const;

const order: readonly Grade[] = ["good", "weak", "bad", "none"];
export const worse = (...grades: readonly Grade[]): Grade =>
  order[Math.max(0, ...grades.map((grade) => order.indexOf(grade)))] ?? "good";

const grade = (value: number, { weak, bad }: { readonly weak: number; readonly bad: number }): Grade =>
  value > bad ? "bad" : value > weak ? "weak" : "good";

/**
 * How good a line was between two counts. It is judged by what was counted alone: a connection calls itself connected for seconds after
 * nothing comes any more. `expects`: whether somebody sends something that this page wants.
 */
export function judgeLine(before: LineCount, now: LineCount, expects: boolean): LineQuality {
  const tracks = new Map(
    [...now.tracks].map(([track, count]) => [track, judgeTrack(before.tracks.get(track), count)] as const),
  );
  const isSilent = expects && now.arrived <= before.arrived;
  const out = worse(grade(now.lostOut ?? 0, limits.lost), grade(now.roundTrip ?? 0, limits.roundTrip));
  return { line: isSilent ? "none" : worse(out, ...tracks.values()), out, tracks };
}

function judgeTrack(before: TrackCount | undefined, now: TrackCount): Grade {
  const since = (name: "packets" | "lost" | "samples" | "concealed") =>
    Math.max(0, now[name] - (before?.[name] ?? 0));
  return worse(
    grade(share(since("lost"), since("packets") + since("lost")), limits.lost),
    grade(share(since("concealed"), since("samples")), limits.concealed),
  );
}

const share = (part: number, all: number): number => (all > 0 ? part / all : 0);
