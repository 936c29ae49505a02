import { comparePartialDates, type PartialDate } from "../record/partial-date.ts";
import type { ClinicalRecord } from "../record/record.ts";
import { daysOf, type DaySpan } from "./calendar-days.ts";

/** When something was, as far as its source knew it. */
export type When =
  | { readonly is: "undated" }
  /** Also a whole year, where no more was written: then it was on one of its days. */
  | { readonly is: "moment"; readonly at: PartialDate }
  /** At least one end is known. `goesOn`: no end was written, and nothing says that it is over. */
  | {
      readonly is: "stretch";
      readonly from: PartialDate | null;
      readonly to: PartialDate | null;
      readonly goesOn: boolean;
    };

export type Dated = Exclude<When, { readonly is: "undated" }>;

interface Written {
  readonly status: string | null;
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
}

/**
 * Words of FHIR and C-CDA for what is over, or never was. A medicine that was stopped on a day that nobody wrote down does not
 * go on.
 */
const over =
  /^(?:completed?|stopped|cancelled|aborted|ended|finished|inactive|resolved|entered-in-error|not-taken|nullified)$/i;

const isOver = (status: string | null): boolean =>
  status !== null && over.test(status.trim().replaceAll(/\s+/g, "-"));

/** Of a medicine: a bar, open where its source wrote no end. Of one that was given or handed out once: that day. */
export function whenTaken(entry: Written & { readonly basis: string }): When {
  const { from, to, status, basis } = entry;
  const once = to === null && (basis === "given" || basis === "dispensed");
  if (from === null || once) return whenHappened(entry);
  return stretch(from, to, to === null && !isOver(status));
}

/** Of a problem or an allergy: its onset. It may go on for a life, and the bar would say nothing more. */
export const whenBegan = ({ from, to }: Written): When =>
  from === null ? whenHappened({ from, to }) : { is: "moment", at: from };

/** Of a procedure or a visit: its day, or from when to when. */
export function whenHappened({ from, to }: Pick<Written, "from" | "to">): When {
  if (from === null && to === null) return { is: "undated" };
  if (from !== null && to === null) return { is: "moment", at: from };
  return stretch(from, to, false);
}

function stretch(from: PartialDate | null, to: PartialDate | null, goesOn: boolean): When {
  if (from === null || to === null) return { is: "stretch", from, to, goesOn };
  const isBackwards = daysOf(to).end <= daysOf(from).start;
  // An end before its beginning is a mistake of the source: its beginning is what it was filed under.
  if (isBackwards || isSameDay(from, to)) return { is: "moment", at: from };
  return { is: "stretch", from, to, goesOn };
}

const isSameDay = (from: PartialDate, to: PartialDate): boolean => {
  const [one, other] = [daysOf(from), daysOf(to)];
  return one.start === other.start && one.end === other.end;
};

/** Of a record that is one thing: its date. */
export const whenMade = ({ date }: Pick<ClinicalRecord, "date">): When =>
  date === null ? { is: "undated" } : { is: "moment", at: date };

/** The days that it may have lasted. Null: that end is open. */
export function daysOfWhen(when: Dated): { readonly start: number | null; readonly end: number | null } {
  if (when.is === "moment") return daysOf(when.at);
  return {
    start: when.from === null ? null : daysOf(when.from).start,
    end: when.to === null ? null : daysOf(when.to).end,
  };
}

/** Of a bar, the days within which its beginning and its end lie; null for an end that is open, or exact to the day. */
export function uncertainDays(when: Dated): {
  readonly start: DaySpan | null;
  readonly end: DaySpan | null;
} {
  if (when.is === "moment") return { start: null, end: null };
  return { start: inexact(when.from), end: inexact(when.to) };
}

function inexact(date: PartialDate | null): DaySpan | null {
  const days = date === null ? null : daysOf(date);
  return days && days.end - days.start > 1 ? days : null;
}

/** What a timeline sorts by: the beginning, or the end where nothing else is known. */
const sortedBy = (when: Dated): PartialDate =>
  when.is === "moment" ? when.at : (when.from ?? when.to ?? "");

export const compareWhen = (one: Dated, other: Dated): number =>
  comparePartialDates(sortedBy(one), sortedBy(other));

/** Four digits. */
export const yearOfWhen = (when: Dated): string => sortedBy(when).slice(0, 4);
