import type { Dated } from "@consilium/clinical";
import type { DatedEntry } from "./lay-lanes.ts";

export const entry = (id: string, when: Dated, changed: Partial<DatedEntry> = {}): DatedEntry => ({
  id,
  record: id,
  kind: "note",
  lane: "papers",
  title: id,
  count: 1,
  pieces: [],
  when,
  ...changed,
});

export const on = (id: string, at: string, changed: Partial<DatedEntry> = {}): DatedEntry =>
  entry(id, { is: "moment", at }, changed);

export const taken = (id: string, from: string | null, to: string | null, goesOn = false): DatedEntry =>
  entry(id, { is: "stretch", from, to, goesOn }, { lane: "medicines", kind: "medicines" });
