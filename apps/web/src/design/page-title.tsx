import "./page-title.css";
import type { ReactNode } from "react";

export interface PageTitleProps {
  /** A sentence that answers "where am I": "Two opinions are due this week." */
  readonly children: ReactNode;
  /** What comes next, by when, who. */
  readonly lede?: ReactNode;
}

/** One a screen. 22 px on a desk, 27 on a telephone. */
export function PageTitle({ children, lede }: PageTitleProps) {
  return (
    <div className="page-title">
      <h1>{children}</h1>
      {lede && <p>{lede}</p>}
    </div>
  );
}
