import "./button.css";
import type { ButtonHTMLAttributes, ReactNode } from "react";

export type ButtonLook = "filled" | "plain" | "quiet";

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "style"> {
  /** `filled` is the next step: one a screen. */
  readonly look?: ButtonLook;
  /** `small` is 28 px on a desk; `wide` fills a telephone's column at 50 px. */
  readonly size?: "normal" | "small" | "wide";
  /** It takes something away. */
  readonly isDanger?: boolean;
  readonly icon?: ReactNode;
  /**
   * Why it cannot be pressed now. It is written beside the button, and the button stays reachable, so that a keyboard or a
   * screen reader finds the reason.
   */
  readonly offReason?: string | undefined;
}

export function Button({
  look = "plain",
  size = "normal",
  isDanger = false,
  icon,
  offReason,
  children,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  const button = (
    <button
      {...rest}
      type={type === "submit" && offReason ? "button" : type}
      className="button"
      data-look={look}
      data-size={size}
      data-danger={isDanger || undefined}
      aria-disabled={offReason ? true : undefined}
      onClick={offReason ? undefined : onClick}
    >
      {icon}
      {children}
    </button>
  );
  if (!offReason) return button;
  return (
    <span className="button-off">
      {button}
      <span className="button-reason">{offReason}</span>
    </span>
  );
}
