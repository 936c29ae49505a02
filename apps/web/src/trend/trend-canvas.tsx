import "uplot/dist/uPlot.min.css";
import { useCallback, useEffect, useRef } from "react";
import uPlot from "uplot";
import { useFormatter } from "use-intl";
import { bandsOf } from "./bands.ts";
import { around, type Plot } from "./plot.ts";
import { onSchemeChange, tokenColours } from "./token-colours.ts";
import type { Trend } from "./trends.ts";

type Token = ReturnType<typeof tokenColours>;

export interface TrendCanvasProps {
  readonly trend: Trend;
  readonly plot: Plot;
}

/** The line, the axes and the reference. It only draws: values are the buttons that lie over it. */
export function TrendCanvas({ trend, plot }: TrendCanvasProps) {
  const host = useRef<HTMLDivElement>(null);
  const dayWords = useDayWords();
  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const token = tokenColours(element);
    const times = trend.points.map(({ at }) => at);
    // No line leads to or from what is only known to be below or above.
    const values = trend.points.map(({ value, comparator }) => (comparator === null ? value : null));
    const chart = new uPlot(optionsOf(trend, plot, token, dayWords), [times, values], element);
    const stop = onSchemeChange(() => chart.redraw());
    return () => {
      stop();
      chart.destroy();
    };
  }, [trend, plot, dayWords]);
  return <div ref={host} className="trend-canvas" aria-hidden />;
}

const yearSeconds = 360 * 86_400;
const monthSeconds = 27 * 86_400;

/** Days, months or years, as closely as the axis is divided. */
function useDayWords() {
  const format = useFormatter();
  return useCallback(
    (at: number, step: number): string => {
      const date = new Date(at * 1000);
      const zone = { timeZone: "UTC" } as const;
      if (step >= yearSeconds) return format.dateTime(date, { ...zone, year: "numeric" });
      return step >= monthSeconds
        ? format.dateTime(date, { ...zone, month: "short", year: "numeric" })
        : format.dateTime(date, { ...zone, day: "numeric", month: "short" });
    },
    [format],
  );
}

/** Pixels between two divisions of an axis at least. */
const divisions = { days: 84, values: 40 } as const;
const font = '12px "Plex Sans", "Plex Arabic", system-ui, sans-serif';

type DayWords = ReturnType<typeof useDayWords>;

function optionsOf(trend: Trend, plot: Plot, token: Token, dayWords: DayWords): uPlot.Options {
  return {
    width: plot.width,
    height: plot.height,
    padding: [around.top, around.end, 0, 0],
    cursor: { show: false },
    legend: { show: false },
    tzDate: (at) => uPlot.tzDate(new Date(at * 1000), "Etc/UTC"),
    scales: {
      x: { range: () => [plot.from, plot.to] },
      // The library's names of these numbers exist for the compiler only.
      // oxlint-disable-next-line typescript/no-unsafe-enum-assignment
      y: { distr: plot.axis === "log" ? 3 : 1, range: () => [plot.low, plot.high] },
    },
    axes: axesOf(token, dayWords),
    series: [{}, { stroke: () => token("ink"), width: 1.8, points: { show: false }, spanGaps: false }],
    hooks: { drawClear: [(chart) => drawBands(chart, trend, plot, token)] },
  };
}

function axesOf(token: Token, dayWords: DayWords): uPlot.Axis[] {
  const both = { font, gap: 6, stroke: () => token("ink-3"), ticks: { show: false } };
  return [
    {
      ...both,
      size: around.bottom,
      space: divisions.days,
      grid: { show: false },
      values: (_chart, splits, _axis, _space, step) => splits.map((at) => dayWords(at, step)),
    },
    {
      ...both,
      size: around.start,
      space: divisions.values,
      grid: { stroke: () => token("line"), width: 1 },
    },
  ];
}

/** Before all else, so that the grid and the line lie over it. */
function drawBands(chart: uPlot, trend: Trend, plot: Plot, token: Token): void {
  const { ctx, bbox } = chart;
  const bottom = bbox.top + bbox.height;
  const down = (value: number | null, otherwise: number) =>
    value === null || (value <= 0 && plot.axis === "log")
      ? otherwise
      : Math.min(bottom, Math.max(bbox.top, chart.valToPos(value, "y", true)));
  ctx.save();
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([4 * devicePixelRatio, 3 * devicePixelRatio]);
  ctx.strokeStyle = token("ok");
  ctx.fillStyle = token("ok-wash");
  for (const { from, to, low, high } of bandsOf(trend.points, plot.from, plot.to)) {
    const start = chart.valToPos(from, "x", true);
    const end = chart.valToPos(to, "x", true);
    const top = down(high, bbox.top);
    const foot = down(low, bottom);
    ctx.fillRect(start, top, end - start, foot - top);
    // Where there is no limit there is no line.
    for (const limit of [high === null ? [] : [top], low === null ? [] : [foot]].flat()) {
      ctx.beginPath();
      ctx.moveTo(start, limit);
      ctx.lineTo(end, limit);
      ctx.stroke();
    }
  }
  ctx.restore();
}
