import { isUlid } from "@consilium/foundation";
import { isDigest, isObject, isText } from "./plain-values.ts";

/** An interval between two moments, a height between two voltages, a region, or one moment with words. */
export const waveformTools = ["interval", "amplitude", "region", "point"] as const;
export type WaveformTool = (typeof waveformTools)[number];

/** A place in a recorded curve: an ECG as a whole (`mark` null), or something marked in it. Named by UIDs, never by addresses. */
export interface WaveformAnchor {
  readonly kind: "waveform";
  readonly record: string;
  /** Of the instance's file. */
  readonly sha256: string;
  readonly study: string;
  readonly series: string;
  readonly instance: string;
  /** Channels that were recorded together, from 1: the rhythm and the median beat are two groups. */
  readonly group: number;
  readonly mark: WaveformMark | null;
}

export interface WaveformMark {
  readonly tool: WaveformTool;
  /** "V5", or what the file calls the channel. Null: all of them. */
  readonly lead: string | null;
  /** Milliseconds from the recording's beginning; `from` is not after `to`. */
  readonly from: number;
  readonly to: number;
  /** Microvolts, or the channel's own unit: the lower, then the higher. Null: no height is meant. */
  readonly amplitude: readonly [low: number, high: number] | null;
  /** What was measured, as its author's viewer wrote it: "402 ms, 149 a minute". */
  readonly says: string | null;
}

/** A day's recording, and heights far beyond those of a heart. */
export const waveformAnchorLimits = {
  group: 32,
  lead: 64,
  milliseconds: 172_800_000,
  amplitude: 1e9,
  says: 100,
} as const;

/** Undefined: no place in a curve. */
export function parseWaveformAnchor(value: Readonly<Record<string, unknown>>): WaveformAnchor | undefined {
  const { record, sha256, study, series, instance, group } = value;
  const mark = value["mark"] === null ? null : parseMark(value["mark"]);
  if (!isUlid(record) || !isDigest(sha256) || mark === undefined) return undefined;
  if (!isUid(study) || !isUid(series) || !isUid(instance) || !isGroup(group)) return undefined;
  return { kind: "waveform", record, sha256, study, series, instance, group, mark };
}

function parseMark(value: unknown): WaveformMark | undefined {
  if (!isObject(value)) return undefined;
  const tool = waveformTools.find((known) => known === value["tool"]);
  const { lead, from, to, says } = value;
  const amplitude = value["amplitude"] === null ? null : parseAmplitude(value["amplitude"]);
  if (!tool || amplitude === undefined) return undefined;
  if (!isMoment(from) || !isMoment(to) || from > to) return undefined;
  if (lead !== null && !(isText(lead, waveformAnchorLimits.lead) && lead !== "")) return undefined;
  if (says !== null && !isText(says, waveformAnchorLimits.says)) return undefined;
  // A height stands in one lead; without one there is none to measure.
  if (tool === "amplitude" && (amplitude === null || lead === null)) return undefined;
  return { tool, lead, from, to, amplitude, says };
}

function parseAmplitude(value: unknown): readonly [number, number] | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [low, high]: readonly unknown[] = value;
  return isHeight(low) && isHeight(high) && low <= high ? [low, high] : undefined;
}

const isWithin = (value: unknown, least: number, most: number): value is number =>
  typeof value === "number" && value >= least && value <= most;
const isMoment = (value: unknown): value is number => isWithin(value, 0, waveformAnchorLimits.milliseconds);
const isHeight = (value: unknown): value is number =>
  isWithin(value, -waveformAnchorLimits.amplitude, waveformAnchorLimits.amplitude);
const isGroup = (value: unknown): value is number =>
  Number.isInteger(value) && isWithin(value, 1, waveformAnchorLimits.group);
const isUid = (value: unknown): value is string => typeof value === "string" && /^[0-9.]{1,64}$/.test(value);
