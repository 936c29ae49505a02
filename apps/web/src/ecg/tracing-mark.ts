import { waveformAnchorLimits, type WaveformMark, type WaveformTool } from "@consilium/workspace";
import type { Moment } from "./ecg-sheet.ts";

/** A mark as two places of one channel; of a point they are the same. */
export interface TracingShape {
  readonly tool: WaveformTool;
  readonly lead: string | null;
  readonly points: readonly [Moment, Moment];
}

/** Whether the hand gives a second place. */
export const isSpan = (tool: WaveformTool): boolean => tool !== "point";

/** Rounded to milliseconds and to units: below what is seen, and equal marks are equal JSON. */
export function markOfShape(
  { tool, lead, points: [one, other] }: TracingShape,
  says: string | null,
): WaveformMark {
  const [from, to] = ordered(moment(one[0]), moment(other[0]));
  const amplitude = tool === "interval" ? null : ordered(whole(one[1]), whole(other[1]));
  return { tool, lead, from, to, amplitude, says: says?.slice(0, waveformAnchorLimits.says) ?? null };
}

export function shapeOfMark({ tool, lead, from, to, amplitude }: WaveformMark): TracingShape {
  const [low, high] = amplitude ?? [0, 0];
  return {
    tool,
    lead,
    points: [
      [from, low],
      [to, high],
    ],
  };
}

/** Undefined: too small for a mark. */
export function finishedShape(shape: TracingShape): TracingShape | undefined {
  const { from, to, amplitude } = markOfShape(shape, null);
  const rise = amplitude ? amplitude[1] - amplitude[0] : 0;
  switch (shape.tool) {
    case "point":
      return shape;
    case "interval":
      return to > from ? shape : undefined;
    case "amplitude":
      return rise > 0 ? shape : undefined;
    case "region":
      return to > from && rise > 0 ? shape : undefined;
  }
}

export type MeasuredTracing =
  /** `perMinute`: as often would it come again if each came after this time. */
  | { readonly is: "interval"; readonly ms: number; readonly perMinute: number }
  | { readonly is: "amplitude"; readonly value: number };

/** Undefined: it measures nothing. */
export function measureTracing(shape: TracingShape): MeasuredTracing | undefined {
  const { tool, from, to, amplitude } = markOfShape(shape, null);
  if (tool === "interval" && to > from)
    return { is: "interval", ms: to - from, perMinute: 60_000 / (to - from) };
  if (tool === "amplitude" && amplitude) return { is: "amplitude", value: amplitude[1] - amplitude[0] };
  return undefined;
}

const whole = (value: number): number => Math.round(value) || 0;
const moment = (ms: number): number => Math.min(waveformAnchorLimits.milliseconds, Math.max(0, whole(ms)));
const ordered = (one: number, other: number): readonly [number, number] =>
  one <= other ? [one, other] : [other, one];
