import { groupByYear } from "@consilium/clinical";
import type { CaseRecord } from "./record-query.ts";

/** In an address, in place of a record's id: the newest of the case, whichever that is. */
export const latestRecord = "latest";

/** The record that an address names. */
export const recordAt = (records: readonly CaseRecord[], name: string): CaseRecord | undefined =>
  name === latestRecord ? groupByYear(records)[0]?.records[0] : records.find((record) => record.id === name);
