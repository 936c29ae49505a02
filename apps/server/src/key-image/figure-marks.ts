import type { FigureMarks } from "@consilium/record-import";
import { linesOf, type MarkDrawing, type Pixel } from "@consilium/workspace";

export const noMarks: FigureMarks = { lines: [], arrows: [], dots: [], plates: [], sides: null, scale: null };

/** What was drawn, and what was measured beside its lowest place. */
export function marksOf(drawing: MarkDrawing, says: string | null): FigureMarks {
  const { tool, points } = drawing;
  const [tip, tail] = points;
  const lines = linesOf(drawing);
  const lowest = lines.flat().toSorted((one, other) => other[1] - one[1])[0];
  return {
    ...noMarks,
    lines: tool === "arrow" || tool === "probe" ? [] : lines,
    arrows: tool === "arrow" && tip && tail ? [[tip, tail]] : [],
    dots: hasEnds(tool) ? points : [],
    plates: says !== null && lowest ? [{ at: lowest, words: says }] : [],
  };
}

const hasEnds = (tool: MarkDrawing["tool"]): boolean =>
  tool === "length" ||
  tool === "bidirectional" ||
  tool === "angle" ||
  tool === "cobb-angle" ||
  tool === "probe";

/** The box around what was drawn. */
export function boxAround(points: readonly Pixel[]) {
  const columns = points.map(([column]) => column);
  const rows = points.map(([, row]) => row);
  const [left, top] = [Math.min(...columns), Math.min(...rows)];
  return { left, top, width: Math.max(...columns) - left, height: Math.max(...rows) - top };
}

const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000] as const;

/** The longest round length that takes at most a third of `across` pixels. `perPixel`: of the unit, along a row. */
export function scaleOf(
  perPixel: number,
  across: number,
  wordsOf: (length: number) => string,
): FigureMarks["scale"] {
  const length = steps.findLast((size) => size / perPixel <= across / 3);
  return length === undefined ? null : { pixels: length / perPixel, words: wordsOf(length) };
}

export const millimetres = (length: number): string => (length < 10 ? `${length} mm` : `${length / 10} cm`);
export const micrometres = (length: number): string =>
  length < 1000 ? `${length} µm` : `${length / 1000} mm`;
