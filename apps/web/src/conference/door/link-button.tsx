import type { ReactNode } from "react";

interface LinkButtonProps {
  /** More exact than what is seen, where several say the same. */
  readonly label?: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A small act at the end of a line. */
export function LinkButton({ label, onClick, children }: LinkButtonProps) {
  return (
    <button type="button" className="link-button" aria-label={label} onClick={onClick}>
      {children}
    </button>
  );
}
