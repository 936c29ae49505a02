import type { WaveformTool } from "@consilium/workspace";
import type { Moment, Strip } from "./ecg-sheet.ts";
import type { TracingShape } from "./tracing-mark.ts";

/** A shape under the hand, in the strip that it was begun in. */
export interface TracingSketch {
  readonly shape: TracingShape;
  readonly strip: Strip;
}

export const begun = (
  tool: WaveformTool,
  strip: Strip,
  moment: Moment,
  isInAllLeads: boolean,
): TracingSketch => {
  // A height is one lead's.
  const lead = isInAllLeads && tool !== "amplitude" ? null : strip.name;
  return { strip, shape: { tool, lead, points: [moment, moment] } };
};

export const aimedAt = (sketch: TracingSketch, moment: Moment): TracingSketch => {
  const [first] = sketch.shape.points;
  return { ...sketch, shape: { ...sketch.shape, points: [first, moment] } };
};
