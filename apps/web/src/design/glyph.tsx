import type { ReactNode } from "react";

/**
 * The shapes that say a state, a severity, a time. Always beside a word, so hidden from screen readers. Drawn on a grid of
 * 16; `currentColor` outside, paper inside.
 */
export type GlyphName =
  | "not-begun"
  | "open"
  | "in-progress"
  | "done"
  | "paused"
  | "declined"
  | "advice"
  | "must"
  | "late";

const ring = <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" />;
const octagon = (
  <>
    <path d="M5.2 1.2h5.6l4 4v5.6l-4 4H5.2l-4-4V5.2z" fill="currentColor" />
    <path d="M8 4.4v4.2" stroke="var(--paper)" strokeWidth="1.8" strokeLinecap="round" />
    <circle cx="8" cy="11.4" r="1.05" fill="var(--paper)" />
  </>
);

const shapes: Record<GlyphName, ReactNode> = {
  "not-begun": (
    <circle
      cx="8"
      cy="8"
      r="6.2"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeDasharray="2.4 2.3"
    />
  ),
  open: ring,
  "in-progress": (
    <>
      {ring}
      <path d="M8 4a4 4 0 0 1 0 8z" fill="currentColor" />
    </>
  ),
  done: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path
        d="M4.8 8.2l2.2 2.2 4.2-4.6"
        fill="none"
        stroke="var(--paper)"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  paused: (
    <>
      {ring}
      <path d="M6.3 5.8v4.4M9.7 5.8v4.4" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" />
    </>
  ),
  declined: (
    <>
      {ring}
      <path
        d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
    </>
  ),
  advice: (
    <>
      <path
        d="M8 1.6l6.8 12.1H1.2z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
      <path d="M8 6v3.6" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" />
      <circle cx="8" cy="11.8" r=".95" fill="currentColor" />
    </>
  ),
  must: octagon,
  late: octagon,
};

export interface GlyphProps {
  readonly name: GlyphName;
  /** Pixels at 16 px of text; grows with it. */
  readonly size?: number;
}

export function Glyph({ name, size = 16 }: GlyphProps) {
  return <GlyphFrame size={size}>{shapes[name]}</GlyphFrame>;
}

/** How much of the time is used, from 0 to 1: a pie that fills. */
export function PieGlyph({ used, size = 16 }: { readonly used: number; readonly size?: number }) {
  const angle = 2 * Math.PI * Math.min(0.999, Math.max(0, used));
  const x = (8 + 4.4 * Math.sin(angle)).toFixed(2);
  const y = (8 - 4.4 * Math.cos(angle)).toFixed(2);
  return (
    <GlyphFrame size={size}>
      <circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d={`M8 8V3.6A4.4 4.4 0 ${angle > Math.PI ? 1 : 0} 1 ${x} ${y}z`} fill="currentColor" />
    </GlyphFrame>
  );
}

function GlyphFrame({ size, children }: { readonly size: number; readonly children: ReactNode }) {
  const rem = `${size / 16}rem`;
  return (
    <svg width={rem} height={rem} viewBox="0 0 16 16" aria-hidden="true" className="glyph">
      {children}
    </svg>
  );
}
