import "./top-bar.css";
import type { ReactNode } from "react";

export interface TopBarProps {
  /** The logo as a link home. */
  readonly home: ReactNode;
  /** Whose case it is, or the places of the list. */
  readonly children?: ReactNode;
  /** Saved state, who is here, clocks, the next step, the account. */
  readonly end?: ReactNode;
}

/** 48 px on a desk, 52 on a telephone. */
export function TopBar({ home, children, end }: TopBarProps) {
  return (
    <header className="top-bar">
      {home}
      {children && <div className="top-bar-middle">{children}</div>}
      {end && <div className="top-bar-end">{end}</div>}
    </header>
  );
}
