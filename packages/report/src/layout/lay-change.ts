import { printableLine } from "../printable.ts";
import type { Words } from "./words.ts";

/**
 * That a signed report no longer stood when this copy was made. It stands beside what was signed, whose bytes and digest stay
 * as they are: on the page's notice and foot, in the document's state.
 */
export interface ReportChange {
  /** `superseded`: a corrected one was signed. `retracted`: it must not be relied on. */
  readonly state: "superseded" | "retracted";
  /** ISO 8601, UTC. */
  readonly at: string;
  /** What whoever changed it wrote; null: nothing. */
  readonly reason: string | null;
}

/** What a reader is told before anything else. */
export function changeNotice({ state, at, reason }: ReportChange, { t }: Words): string {
  const said = t(`printed.change.${state}`, { at: new Date(at) });
  return reason === null ? said : t("printed.change.because", { said, reason: printableLine(reason) });
}

/** On the foot of each page: sheets come apart. */
export const caseLine = (number: string, change: ReportChange | undefined, { t }: Words): string =>
  change ? t(`printed.changedCase.${change.state}`, { number }) : number;
