import { changedObservation, type ObservationChange } from "@consilium/clinical";
import type { Anchor } from "@consilium/workspace";
import type { useFormatter, useTranslations } from "use-intl";
import type { OpenRecord } from "./record-places.ts";
import { dateWords, measured } from "./record-words.ts";

/** What a record's newer version says of the value that an anchor on an earlier one names. Undefined: the same, or nothing. */
export function valueChange(
  { filed, earlier }: Pick<OpenRecord, "filed" | "earlier">,
  named: Anchor | undefined,
): ObservationChange | undefined {
  if (named?.kind !== "observation" || filed.kind !== "laboratory") return undefined;
  const version = earlier.find(({ id }) => id === named.record);
  if (version?.kind !== "laboratory") return undefined;
  return changedObservation(version.content, filed.content, named.observation);
}

/** "was 52 µg/L on 3 May 2026, now 25 µg/L"; the day of the newer value only where it is another one. */
export function changeWords(
  t: ReturnType<typeof useTranslations<"record">>,
  format: ReturnType<typeof useFormatter>,
  { was, now }: ObservationChange,
): string {
  const isMoved = now.point.date !== null && now.point.date !== was.point.date;
  return t("valueWas", {
    was: measured(was.point, was.series.unit?.text),
    now: measured(now.point, now.series.unit?.text),
    isDated: was.point.date === null ? "no" : "yes",
    date: dateWords(format, was.point.date),
    isMoved: isMoved ? "yes" : "no",
    newDate: dateWords(format, now.point.date),
  });
}
