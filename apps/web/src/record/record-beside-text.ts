import { groupByYear } from "@consilium/clinical";
import type { CaseRecord } from "./record-query.ts";

/** In an address, in place of a record's id: the newest of the case, whichever that is. */
export const latestRecord = "latest";

/** The same address with that record beside the text, or none; the link or the place that another one was opened by is left. */
export const withRecordBeside =
  (record: string | undefined) =>
  <Search extends object>(now: Search) => ({
    ...now,
    record,
    evidence: undefined,
    place: undefined,
    earlier: undefined,
  });

/** The same address with that record beside the text, or none, and that thread open. */
export const withThreadOpen =
  (record: string | undefined, thread: string) =>
  <Search extends object>(now: Search) => ({ ...withRecordBeside(record)(now), thread });

/** The same address with that record beside the text, opened at one of its places. */
export const withPlaceBeside =
  (record: string, place: string) =>
  <Search extends object>(now: Search) => ({ ...withRecordBeside(record)(now), place });

/** A record at its own address, opened where a piece of its text stands (`TextPiece.key`); undefined: at its top. */
export const withPlaceOpen =
  (place: string | undefined) =>
  <Search extends object>(now: Search) => ({
    ...withRecordBeside(undefined)(now),
    thread: undefined,
    place,
  });

/** A record at its own address, opened where a link of the opinion has its place. */
export const withLinkOpen =
  (evidence: string) =>
  <Search extends object>(now: Search) => ({ ...withPlaceOpen(undefined)(now), evidence });

/** A record at its own address, as it was before: an id that it replaces; undefined: as it is. */
export const withEarlierOpen =
  (earlier: string | undefined) =>
  <Search extends object>(now: Search) => ({
    ...withRecordBeside(undefined)(now),
    thread: undefined,
    earlier,
  });

/** What is shown of an earlier version: a thread, or the place of a link. */
export interface EarlierPlace {
  readonly thread?: string;
  readonly evidence?: string;
}

/** An earlier version at its own address, opened where a mark or a link has its place. */
export const withEarlierAt =
  (earlier: string, { thread, evidence }: EarlierPlace) =>
  <Search extends object>(now: Search) => ({ ...withEarlierOpen(earlier)(now), thread, evidence });

/** The record that an address or an anchor names. */
export const recordAt = (records: readonly CaseRecord[], name: string): CaseRecord | undefined =>
  name === latestRecord
    ? groupByYear(records)[0]?.records[0]
    : records.find((record) => isNamed(record, name));

/** By its own id or by that of one that it replaces. */
export const isNamed = ({ id, replaces }: CaseRecord, name: string | undefined): boolean =>
  name !== undefined && (id === name || replaces.includes(name));
