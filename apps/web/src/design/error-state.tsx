import "./error-state.css";
import type { ReactNode } from "react";
import { EmptyState, type EmptyStateProps } from "./empty-state.tsx";
import { Glyph } from "./glyph.tsx";

export interface ErrorStateProps extends Omit<EmptyStateProps, "children"> {
  /** What happened, what was kept, what to do. */
  readonly children: ReactNode;
}

export function ErrorState(props: ErrorStateProps) {
  return (
    <div className="error-state" role="alert">
      <Glyph name="must" />
      <EmptyState {...props} />
    </div>
  );
}
