import type { ReactNode } from "react";

interface CallNoteProps {
  /** What is so. */
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** It stops something: said at once. */
  readonly isUrgent?: boolean;
}

/** A calm line across the call: what is so, and what can be done. The lines together are a region that is read out. */
export function CallNote({ title, children, action, isUrgent = false }: CallNoteProps) {
  return (
    <div className="call-note" role={isUrgent ? "alert" : undefined}>
      <p>
        <b>{title}</b> {children}
      </p>
      {action && <div className="call-note-acts">{action}</div>}
    </div>
  );
}
