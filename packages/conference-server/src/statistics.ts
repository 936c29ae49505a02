import type { LineReport } from "@consilium/conference";

/** How a conference went, for whoever runs the server: no name, no seat, nothing that was said or shown. */
export interface ConferenceStatistics {
  /** People who reported anything. */
  readonly people: number;
  readonly reports: number;
  readonly quality: Readonly<Record<LineReport["quality"], number>>;
  readonly over: Readonly<Record<NonNullable<LineReport["over"]>, number>>;
  /** Milliseconds; null: nobody reported one. */
  readonly roundTrip: Spread | null;
  /** Shares, from 0 to 1. */
  readonly lost: Spread | null;
  readonly concealed: Spread | null;
  /** Pictures a second. */
  readonly frames: Spread | null;
}

export interface Spread {
  readonly median: number;
  /** Of a hundred, the fifth from the worse end. */
  readonly worst: number;
}

/** Of one conference: a day of reports of two dozen people would be more. */
const mostReports = 20_000;

export class Statistics {
  readonly #seats = new Set<string>();
  readonly #lines: LineReport[] = [];

  add(seat: string, line: LineReport): void {
    if (this.#lines.length >= mostReports) return;
    this.#seats.add(seat);
    this.#lines.push(line);
  }

  /** Undefined: nobody has reported anything. */
  summary(): ConferenceStatistics | undefined {
    const lines = this.#lines;
    if (lines.length === 0) return undefined;
    const count = (isSo: (line: LineReport) => boolean) => lines.filter(isSo).length;
    const is = (quality: LineReport["quality"]) => count((line) => line.quality === quality);
    const goes = (over: LineReport["over"]) => count((line) => line.over === over);
    return {
      people: this.#seats.size,
      reports: lines.length,
      quality: { good: is("good"), weak: is("weak"), bad: is("bad") },
      over: { udp: goes("udp"), tcp: goes("tcp"), relay: goes("relay") },
      roundTrip: spreadOf(lines.map(({ roundTrip }) => roundTrip)),
      lost: spreadOf(lines.map(({ lost }) => lost)),
      concealed: spreadOf(lines.map(({ concealed }) => concealed)),
      frames: spreadOf(
        lines.map(({ frames }) => frames),
        "less",
      ),
    };
  }
}

/** `worse`: whether more or less of it is worse. */
function spreadOf(numbers: readonly (number | null)[], worse: "more" | "less" = "more"): Spread | null {
  const known = numbers.filter((number) => number !== null).toSorted((one, other) => one - other);
  const at = (share: number) => known[Math.min(known.length - 1, Math.floor(known.length * share))];
  const median = at(0.5);
  const worst = at(worse === "more" ? 0.95 : 0.05);
  return median === undefined || worst === undefined ? null : { median, worst };
}
