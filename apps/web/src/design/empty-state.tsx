import "./empty-state.css";
import type { ReactNode } from "react";

export interface EmptyStateProps {
  /** What is so: "No records yet". */
  readonly title: string;
  /** What goes here, and how it comes. */
  readonly children: ReactNode;
  /** The first one may be filled. */
  readonly actions?: ReactNode;
  readonly note?: ReactNode;
  /** `1` where this is all that the page holds. */
  readonly level?: 1 | 2;
}

export function EmptyState({ title, children, actions, note, level = 2 }: EmptyStateProps) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div className="empty-state">
      <Heading>{title}</Heading>
      <div className="empty-state-text">{children}</div>
      {actions && <div className="empty-state-actions">{actions}</div>}
      {note && <p className="empty-state-note">{note}</p>}
    </div>
  );
}
