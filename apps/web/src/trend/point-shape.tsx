import type { Standing } from "../record/laboratory-panels.ts";

/** How a value stands, by its form: a ring, a triangle up or down, a diamond; filled where it is critical. */
export function PointShape({ standing }: { readonly standing: Standing | undefined }) {
  return (
    <svg viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true" data-standing={standing}>
      {outline(standing)}
    </svg>
  );
}

function outline(standing: Standing | undefined) {
  switch (standing) {
    case "high":
    case "critical-high":
      return <path d="M0-5.5L5.5 4.5h-11z" />;
    case "low":
    case "critical-low":
      return <path d="M0 5.5L5.5-4.5h-11z" />;
    case "abnormal":
      return <path d="M0-6L6 0L0 6L-6 0z" />;
    case "normal":
    case "other":
    case undefined:
      return <circle r="4.2" />;
  }
}
