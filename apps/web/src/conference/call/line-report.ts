import type { LineReport } from "@consilium/conference";
import type { LineCount } from "./count-line.ts";
import type { LineQuality } from "./judge-line.ts";

/** Milliseconds between two reports. */
export const reportRhythm = 10_000;

/** How a line was between two counts, for whoever runs the server: numbers, and nothing of who or what. */
export function lineReport(
  reports: readonly RTCStatsReport[],
  before: LineCount,
  now: LineCount,
  { line }: LineQuality,
): LineReport {
  const since = (name: "packets" | "lost" | "samples" | "concealed"): number =>
    [...now.tracks].reduce(
      (sum, [track, count]) => sum + Math.max(0, count[name] - (before.tracks.get(track)?.[name] ?? 0)),
      0,
    );
  return {
    quality: line === "none" ? "bad" : line,
    over: wayOf(reports),
    roundTrip: now.roundTrip === null ? null : Math.min(now.roundTrip * 1000, 60_000),
    lost: shareOf(since("lost"), since("packets") + since("lost")),
    concealed: shareOf(since("concealed"), since("samples")),
    frames: framesOf(reports),
  };
}

const shareOf = (part: number, all: number): number | null => (all > 0 ? Math.min(1, part / all) : null);

const entriesOf = (reports: readonly RTCStatsReport[]): readonly object[] =>
  reports.flatMap((report): readonly object[] => [...report.values()]);
const valueOf = (entry: object, name: string): unknown => Reflect.get(entry, name);

/** Over what the pair of candidates goes that is in use. */
function wayOf(reports: readonly RTCStatsReport[]): LineReport["over"] {
  const entries = entriesOf(reports);
  const pair = entries.find(
    (entry) => valueOf(entry, "type") === "candidate-pair" && valueOf(entry, "nominated") === true,
  );
  const local = pair && entries.find((entry) => valueOf(entry, "id") === valueOf(pair, "localCandidateId"));
  if (!local) return null;
  if (valueOf(local, "candidateType") === "relay") return "relay";
  return valueOf(local, "protocol") === "tcp" ? "tcp" : "udp";
}

/** Of the largest picture that arrives. */
function framesOf(reports: readonly RTCStatsReport[]): number | null {
  const pictures = entriesOf(reports).flatMap((entry) => {
    const [width, rate] = [valueOf(entry, "frameWidth"), valueOf(entry, "framesPerSecond")];
    const arrives = valueOf(entry, "type") === "inbound-rtp";
    return arrives && typeof width === "number" && typeof rate === "number" ? [{ width, rate }] : [];
  });
  const [largest] = pictures.toSorted((one, other) => other.width - one.width);
  return largest ? Math.min(largest.rate, 120) : null;
}
