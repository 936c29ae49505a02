import type { Place } from "@consilium/clinical";
import type { WaveformAnchor } from "@consilium/workspace";
import { type OpenStudy, tracedSeries } from "../imaging/study-choice.ts";
import type { Tracing } from "./tracing-query.ts";

/** The series of recordings that a place of a report is in. Undefined: none that is drawn here. */
export const seriesOfPlace = (study: OpenStudy, { at }: Place): string | undefined =>
  at.kind === "slice" ? tracedSeries(study).find(({ number }) => number === at.series)?.uid : undefined;

/** The recording that a report calls by this number; where there is one only, it is that. */
export const tracingOfNumber = (tracings: readonly Tracing[], number: number): Tracing | undefined =>
  tracings.length === 1 ? tracings[0] : tracings.find((tracing) => tracing.number === number);

/** What of a recording a report means: a lead from beginning to end, or all of it. */
export function anchorOfPlace(
  record: string,
  tracing: Tracing,
  { at, label }: Place,
): WaveformAnchor | undefined {
  if (at.kind !== "slice") return undefined;
  const { sha256, study, series, instance, waveform } = tracing;
  const whole = { kind: "waveform", record, sha256, study, series, instance, group: 1, mark: null } as const;
  const { lead } = at;
  if (lead === undefined) return whole;
  const index = waveform.groups.findIndex(({ channels }) => channels.some(({ name }) => name === lead));
  const group = waveform.groups[index];
  if (!group) return whole;
  const to = Math.round((group.length / group.frequency) * 1000);
  const mark = { tool: "interval", lead, from: 0, to, amplitude: null, says: label } as const;
  return { ...whole, group: index + 1, mark };
}
