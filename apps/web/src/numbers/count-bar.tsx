export interface CountBarProps {
  readonly count: number;
  readonly most: number;
}

/** A bar as long as its count. The table says it in numbers. */
export function CountBar({ count, most }: CountBarProps) {
  return (
    <svg className="count-bar" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">
      <rect x="0" y="4" width={count === 0 ? 0 : Math.max((count / most) * 1000, 3)} height="12" />
    </svg>
  );
}
