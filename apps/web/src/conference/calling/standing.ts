import { isToCome } from "@consilium/clinical";
import type { Conference } from "./conferences-query.ts";

/** How a conference stands for who looks at the list. */
export type Standing = "live" | "planned" | "late" | "ended" | "not-held" | "cancelled";

type Timed = Pick<Conference, "state" | "startsAt" | "minutes" | "begunAt">;

const minute = 60_000;

/** `late`: its time has come, and nobody has begun it. `not-held`: it is over, and nobody ever did. */
export function standingOf({ state, startsAt, begunAt }: Timed, now: Date): Standing {
  switch (state) {
    case "live":
    case "cancelled":
      return state;
    case "ended":
      return begunAt === null ? "not-held" : "ended";
    case "scheduled":
      return new Date(startsAt) > now ? "planned" : "late";
  }
}

export interface Sorted {
  /** What goes on first, then what comes next. */
  readonly toCome: readonly Conference[];
  /** The latest first. */
  readonly past: readonly Conference[];
}

export function sortConferences(items: readonly Conference[]): Sorted {
  const toCome = items
    .filter(isToCome)
    .toSorted(
      (one, other) =>
        Number(other.state === "live") - Number(one.state === "live") ||
        one.startsAt.localeCompare(other.startsAt),
    );
  return { toCome, past: items.filter((one) => !isToCome(one)) };
}

/** Minutes before its time from which a conference is told of everywhere in the case. */
const ahead = 15;
/** Minutes after its planned end until which one that nobody has begun is still told of. */
const behind = 15;

export type Announced =
  | { readonly is: "live"; readonly conference: Conference }
  /** Minutes until it begins; 0: it is to begin now. */
  | { readonly is: "soon"; readonly conference: Conference; readonly minutes: number };

/** What everybody who is asked, or may come, is told of at this moment. */
export function announced(items: readonly Conference[], now: Date): Announced | undefined {
  const open = sortConferences(items).toCome.filter(({ may }) => may.come);
  const live = open.find(({ state }) => state === "live");
  if (live) return { is: "live", conference: live };
  const next = open.find((one) => isNear(one, now));
  if (!next) return undefined;
  const left = new Date(next.startsAt).getTime() - now.getTime();
  return { is: "soon", conference: next, minutes: Math.max(0, Math.ceil(left / minute)) };
}

function isNear({ startsAt, minutes }: Timed, now: Date): boolean {
  const left = (new Date(startsAt).getTime() - now.getTime()) / minute;
  return left <= ahead && left >= -(minutes + behind);
}

/** Who is in a conference now, each once. */
export const hereNow = ({ attended }: Pick<Conference, "attended">): readonly string[] => [
  ...new Map(attended.filter(({ to }) => to === null).map(({ seat, name }) => [seat, name])).values(),
];
