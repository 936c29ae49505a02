import type { Spread } from "@consilium/clinical";

/** Units of the drawing from its start to its end; it is as wide as its cell. */
const across = 1000;

export interface SpreadBarProps {
  readonly spread: Spread;
  /** What the end of the drawing is; the same for all that are compared. */
  readonly most: number;
}

/** From the lower to the upper quartile, with the median across. The table says it in numbers. */
export function SpreadBar({ spread: { lower, median, upper }, most }: SpreadBarProps) {
  const x = (value: number) => (most === 0 ? 0 : (value / most) * across);
  return (
    <svg className="spread-bar" viewBox={`0 0 ${across} 20`} preserveAspectRatio="none" aria-hidden="true">
      <path className="spread-axis" d={`M0 10H${across}`} vectorEffect="non-scaling-stroke" />
      <rect x={x(lower)} y="4" width={Math.max(x(upper) - x(lower), 3)} height="12" />
      <path
        className="spread-median"
        d={`M${Math.min(x(median), across - 1)} 1V19`}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
