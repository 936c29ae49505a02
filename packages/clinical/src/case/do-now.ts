import { type CaseState, caseCourse } from "./case-state.ts";
import type { ClockKind, ClockState } from "./clock.ts";
import type { OfferState } from "./offer-state.ts";

/** What of a case a coordinator's board goes by. */
export interface BoardCase {
  readonly state: CaseState;
  /** The state behind a pause, else null. */
  readonly interrupted: CaseState | null;
  readonly clocks: readonly BoardClock[];
  /** Of records that were asked for and have not come. */
  readonly requests: readonly { readonly id: string; readonly due: Date | null }[];
  readonly offers: readonly BoardOffer[];
  /** Whether somebody has a seat to write the opinion. */
  readonly hasAuthor: boolean;
  /** The current report; null before there is one. */
  readonly report: BoardReport | null;
  readonly changes: readonly BoardChange[];
  readonly deliveries: readonly BoardDelivery[];
  /** Wishes for a visit that nobody has answered. */
  readonly visits: readonly { readonly id: string; readonly at: Date }[];
}

export interface BoardClock {
  readonly kind: ClockKind;
  readonly state: ClockState;
  readonly due: Date | null;
}

export interface BoardOffer {
  readonly id: string;
  readonly state: OfferState;
  readonly due: Date;
}

export interface BoardReport {
  readonly id: string;
  /** Until when it is to be opened, and the patient told: by the working days of the programme. */
  readonly due: Date;
  /** Whether somebody who treats the patient has opened it. */
  readonly isOpenedByTreating: boolean;
  /** Whether the patient has been told, and so reads it. */
  readonly isTold: boolean;
}

/** Somebody who treats the patient has opened a report that no longer stands, and has not said that they know. */
export interface BoardChange {
  readonly seat: string;
  /** What they have opened. */
  readonly report: string;
  /** Until when they should have said so: by the working days of the programme. */
  readonly due: Date;
}

export interface BoardDelivery {
  readonly id: string;
  readonly at: Date;
  /** Files of it that could not be read. */
  readonly notRead: number;
  /** A person must say whose they are. */
  readonly asks: boolean;
}

export const doNowKinds = [
  "clock",
  "request",
  "unanswered",
  "nobody",
  "not-opened",
  "not-told",
  "change-unseen",
  "visit",
  "not-read",
  "whose",
] as const;
export type DoNowKind = (typeof doNowKinds)[number];

/** One thing that needs the coordinator. */
export interface DoNow {
  readonly what: DoNowKind;
  /** `soon`: within two days. */
  readonly severity: "late" | "soon";
  /** Since when, or until when. */
  readonly at: Date;
  /** Of a clock: which. */
  readonly clock: ClockKind | null;
  /** The request, offer, report, wish for a visit or delivery that it is about. */
  readonly about: string | null;
  /** How many files, or people. */
  readonly count: number | null;
  /** Those who have not said that they know. */
  readonly seats: readonly string[];
}

const day = 86_400_000;
const soon = 2 * day;
/** What could not be read is news for so long. */
const newsFor = 7 * day;
/** Whoever wishes for a visit has an answer within so long. */
const visitWithin = 2 * day;

/** What needs the coordinator now: what is late first, the longest first; then what is soon, the soonest first. */
export function doNow(of: BoardCase, now: Date): readonly DoNow[] {
  const at = of.state === "paused" ? of.interrupted : of.state;
  if (at === null || !isUnderWay(at)) return [];
  // A pause was said with its reason: of a paused case nothing but files needs anybody.
  const waiting = of.state === "paused" ? [] : [...clocks(of, now), ...requests(of, now), ...offers(of, at)];
  const found = [
    ...waiting,
    ...reports(of, at, now),
    ...changes(of, now),
    ...visits(of, now),
    ...deliveries(of, now),
  ];
  return found.toSorted(byUrgency);
}

type Urgent = Pick<DoNow, "severity" | "at">;

/** Those that are late before those that are soon, then by date. */
export const byUrgency = (one: Urgent, other: Urgent): number =>
  Number(other.severity === "late") - Number(one.severity === "late") ||
  one.at.getTime() - other.at.getTime();

const isUnderWay = (state: CaseState): boolean =>
  state !== "draft" && state !== "closed" && caseCourse.some((step) => step === state);

const severityOf = (due: Date, now: Date): DoNow["severity"] | undefined =>
  due <= now ? "late" : due.getTime() - now.getTime() <= soon ? "soon" : undefined;

const plain = { clock: null, about: null, count: null, seats: [] } as const;

/** The end of the time for questions needs nobody. */
const clocks = ({ clocks: all }: BoardCase, now: Date): DoNow[] =>
  all.flatMap(({ kind, state, due }) => {
    const severity = state === "running" && due && kind !== "questions" && severityOf(due, now);
    return severity ? [{ ...plain, what: "clock" as const, severity, at: due, clock: kind }] : [];
  });

const requests = ({ requests: all }: BoardCase, now: Date): DoNow[] =>
  all.flatMap(({ id, due }) =>
    due && due <= now
      ? [{ ...plain, what: "request" as const, severity: "late" as const, at: due, about: id }]
      : [],
  );

/** An offer that lapsed or was declined, while nobody has the case and nobody else is asked. */
function offers({ offers: all, hasAuthor }: BoardCase, at: CaseState): DoNow[] {
  if (hasAuthor || at === "signed" || at === "delivered" || at === "follow-up") return [];
  if (all.some(({ state }) => state === "offered")) return [];
  const last = all.find(({ state }) => state === "lapsed" || state === "declined");
  if (!last) return [];
  const what = last.state === "lapsed" ? "unanswered" : "nobody";
  return [{ ...plain, what, severity: "late", at: last.due, about: last.id }];
}

function reports({ report }: BoardCase, at: CaseState, now: Date): DoNow[] {
  if (!report) return [];
  if (report.due > now) return [];
  const one = { ...plain, severity: "late" as const, at: report.due, about: report.id };
  const isTold = report.isTold || at !== "signed";
  return [
    ...(isTold ? [] : [{ ...one, what: "not-told" as const }]),
    ...(report.isOpenedByTreating ? [] : [{ ...one, what: "not-opened" as const }]),
  ];
}

/** One thing for all who have not said so: it is one change that they are to be asked about. */
function changes({ changes: all }: BoardCase, now: Date): DoNow[] {
  const late = all
    .filter(({ due }) => due <= now)
    .toSorted((one, other) => one.due.getTime() - other.due.getTime());
  const [first] = late;
  if (!first) return [];
  const seats = [...new Set(late.map(({ seat }) => seat))];
  const of = { about: first.report, at: first.due, count: seats.length, seats };
  return [{ ...plain, ...of, what: "change-unseen", severity: "late" }];
}

/** From the wish on, until somebody answers it. */
const visits = ({ visits: all }: BoardCase, now: Date): DoNow[] =>
  all.map(({ id, at }) => {
    const isLate = now.getTime() - at.getTime() >= visitWithin;
    return { ...plain, what: "visit", severity: isLate ? "late" : "soon", at, about: id };
  });

const deliveries = ({ deliveries: all }: BoardCase, now: Date): DoNow[] =>
  all.flatMap(({ id, at, notRead, asks }): DoNow[] => {
    const one = { ...plain, severity: "soon" as const, at, about: id };
    if (asks) return [{ ...one, what: "whose" as const }];
    const isNews = notRead > 0 && now.getTime() - at.getTime() <= newsFor;
    return isNews ? [{ ...one, what: "not-read" as const, count: notRead }] : [];
  });

export const boardColumns = [
  "submitted",
  "gathering-records",
  "ready-for-review",
  "in-review",
  "delivered",
] as const;
export type BoardColumn = (typeof boardColumns)[number];

/** Where a case stands on the board; a paused one where it was. Undefined: it is not submitted yet, or over. */
export function boardColumn({ state, interrupted }: Pick<BoardCase, "state" | "interrupted">) {
  const at = state === "paused" ? interrupted : state;
  if (at === "signed" || at === "follow-up") return "delivered";
  return boardColumns.find((column) => column === at);
}
