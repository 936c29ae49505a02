import type { Grade } from "./judge-line.ts";

const lit: Record<Grade, number> = { good: 4, weak: 2, bad: 1, none: 0 };
const heights = [5, 8, 11, 14];

interface QualityBarsProps {
  readonly grade: Grade;
  /** Undefined: the word stands beside it. */
  readonly label?: string;
}

/** How good a line is; never without its word. */
export function QualityBars({ grade, label }: QualityBarsProps) {
  return (
    <svg
      className="quality"
      data-grade={grade}
      viewBox="0 0 18 14"
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
    >
      {heights.map((height, at) => (
        <rect
          key={height}
          x={at * 5}
          y={14 - height}
          width="3"
          height={height}
          rx="1"
          opacity={at < lit[grade] ? 1 : 0.3}
        />
      ))}
    </svg>
  );
}
