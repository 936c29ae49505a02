import { type ClinicalRecord, dayOf } from "@consilium/clinical";
import { type ReferralEntry } from "./referral.ts";

const mostEvents = 20;

/** What happened and when, of what the records date: what was done, and what was looked at. No diagnosis: that would tell the first opinion. */
export function eventsOf(records: readonly ClinicalRecord[]): readonly ReferralEntry[] {
  const dated = records.flatMap((record) => {
    if (record.kind === "procedures")
      return record.content.entries
        .filter(({ status }) => status !== "not-done")
        .map(({ title, from }) => ({ name: title, on: from }));
    return record.kind === "imaging-report" ? [{ name: record.title, on: record.date }] : [];
  });
  const newest = dated
    .flatMap(({ name, on }) => (on === null ? [] : [{ name: name.slice(0, 1000), on: dayOf(on) }]))
    .toSorted((one, other) => (one.on < other.on ? 1 : -1));
  return newest
    .slice(0, mostEvents)
    .toReversed()
    .map((fields) => ({ list: "events", fields, still: null, isOfRecord: false }));
}
