import { isPartialDate, type PartialDate } from "@consilium/clinical";
import { child, line, type Node } from "../json/node.ts";

/** As written; null where it is not a date of the calendar. */
export function dateOf(node: Node | null, key: string): PartialDate | null {
  const written = line(node, key);
  return isPartialDate(written) ? written : null;
}

export interface Span {
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
  /** In words, where no date was given: "at 45 a", "in childhood". */
  readonly words: string | null;
}

const nothing: Span = { from: null, to: null, words: null };

export const periodOf = (period: Node | null): Span => ({
  from: dateOf(period, "start"),
  to: dateOf(period, "end"),
  words: null,
});

/** A choice of FHIR: `onsetDateTime`, `onsetPeriod`, `onsetString`; ages and ranges are worded by the caller. */
export function spanOf(node: Node | null, stem: string): Span {
  const moment =
    dateOf(node, `${stem}DateTime`) ?? dateOf(node, `${stem}Instant`) ?? dateOf(node, `${stem}Date`);
  if (moment !== null) return { from: moment, to: null, words: null };
  const period = child(node, `${stem}Period`);
  if (period !== null) return periodOf(period);
  const words = line(node, `${stem}String`) ?? line(node, `${stem}DateTime`);
  return words === null ? nothing : { ...nothing, words };
}
