import "./toolbar-button.css";
import type { ButtonHTMLAttributes, ReactNode } from "react";

export interface ToolbarButtonProps extends Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  "className" | "style"
> {
  /** A Tabler icon at 18 px, stroke 1.75. */
  readonly icon: ReactNode;
  /** What it does; seen on hover, heard by a screen reader. */
  readonly label: string;
  /** As `aria-keyshortcuts` says it: "Control+B". */
  readonly keys?: string;
  /** Of a switch. Leave out where the button does not stay pressed. */
  readonly isOn?: boolean;
}

/** 30 px, an icon without a word: for tools that are used often. */
export function ToolbarButton({ icon, label, keys, isOn, type = "button", ...rest }: ToolbarButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className="toolbar-button"
      aria-label={label}
      aria-keyshortcuts={keys}
      aria-pressed={isOn}
      title={keys ? `${label} (${keys})` : label}
    >
      {icon}
    </button>
  );
}
