import type { ReactNode } from "react";

export interface ControlButtonProps {
  readonly icon: ReactNode;
  /** What it does, where the word beside the icon is only its name. */
  readonly label?: string;
  readonly keys?: string;
  /** Of a switch: something goes on. */
  readonly isOn?: boolean;
  /** Of a switch: what goes on as a rule does not. */
  readonly isOff?: boolean;
  readonly isLeaving?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** Below a call: an icon and its word. */
export function ControlButton({
  icon,
  label,
  keys,
  isOn = false,
  isOff = false,
  isLeaving = false,
  onClick,
  children,
}: ControlButtonProps) {
  return (
    <button
      type="button"
      className="control"
      aria-label={label}
      aria-keyshortcuts={keys}
      title={keys}
      data-on={isOn || isOff || undefined}
      data-leaving={isLeaving || undefined}
      onClick={onClick}
    >
      {icon}
      <span>{children}</span>
    </button>
  );
}
