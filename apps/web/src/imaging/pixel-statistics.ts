import { linesOf } from "@consilium/workspace";
import type { Drawing } from "../drawn/drawing.ts";
import type { Pixel } from "../drawn/pixel.ts";

/** Of the values in an area; of a probe, of its one pixel. */
export interface PixelStatistics {
  readonly mean: number;
  /** Of the whole area: divided by the count. */
  readonly deviation: number;
  readonly count: number;
  /** "HU", or "" where the values are only numbers. */
  readonly unit: string;
}

/** One picture's values, row after row, in the unit that is said. */
export interface PixelGrid {
  readonly columns: number;
  readonly rows: number;
  readonly at: (index: number) => number;
  readonly unit: string;
}

/** What was recorded in a picture, row after row: `stored` times `slope` plus `intercept`. */
export interface GridValues {
  readonly stored: ArrayLike<number>;
  readonly slope: number;
  readonly intercept: number;
  readonly columns: number;
  readonly rows: number;
}

export const gridOf = ({ stored, slope, intercept, columns, rows }: GridValues, unit: string): PixelGrid => ({
  columns,
  rows,
  at: (index) => (stored[index] ?? 0) * slope + intercept,
  unit,
});

/** Undefined: nothing of it lies in the picture. A pixel counts where its centre lies inside. */
export function statisticsOf(drawing: Drawing, grid: PixelGrid): PixelStatistics | undefined {
  const [line = []] = linesOf(drawing);
  const values = drawing.tool === "probe" ? probed(line, grid) : inside(line, grid);
  if (values.length === 0) return undefined;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance), count: values.length, unit: grid.unit };
}

function probed([point]: readonly Pixel[], grid: PixelGrid): readonly number[] {
  const [column, row] = [Math.round(point?.[0] ?? -1), Math.round(point?.[1] ?? -1)];
  const isThere = column >= 0 && row >= 0 && column < grid.columns && row < grid.rows;
  return isThere ? [grid.at(row * grid.columns + column)] : [];
}

/** Row by row, between the places where the line crosses the row (even and odd). */
function inside(line: readonly Pixel[], grid: PixelGrid): readonly number[] {
  const values: number[] = [];
  const rows = line.map(([, row]) => row);
  const last = Math.min(grid.rows - 1, Math.floor(Math.max(...rows)));
  for (let row = Math.max(0, Math.ceil(Math.min(...rows))); row <= last; row += 1) {
    const crossings = crossingsOf(line, row);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const from = Math.max(0, Math.ceil(crossings[pair] ?? 0));
      const to = Math.min(grid.columns - 1, Math.floor(crossings[pair + 1] ?? -1));
      for (let column = from; column <= to; column += 1) values.push(grid.at(row * grid.columns + column));
    }
  }
  return values;
}

const crossingsOf = (line: readonly Pixel[], row: number): readonly number[] =>
  line
    .flatMap(([x, y], at) => {
      const next = line[at + 1];
      if (!next || y <= row === next[1] <= row) return [];
      return [x + ((row - y) / (next[1] - y)) * (next[0] - x)];
    })
    .toSorted((one, other) => one - other);
