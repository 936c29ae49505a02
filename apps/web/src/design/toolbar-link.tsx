import "./toolbar-button.css";
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, ReactNode, Ref } from "react";

interface ToolbarAnchorProps extends Omit<
  AnchorHTMLAttributes<HTMLAnchorElement>,
  "className" | "style" | "children"
> {
  /** A Tabler icon at 18 px, stroke 1.75. */
  readonly icon: ReactNode;
  /** Where it leads; seen on hover, heard by a screen reader. */
  readonly label: string;
  /** Of a way that leads to what lies open already, and so closes it. */
  readonly isOn?: boolean;
  readonly ref?: Ref<HTMLAnchorElement>;
}

function ToolbarAnchor({ icon, label, isOn = false, ...rest }: ToolbarAnchorProps) {
  return (
    <a {...rest} className="toolbar-button" aria-label={label} title={label} data-on={isOn || undefined}>
      {icon}
    </a>
  );
}

/** A way to another screen or layout among tools: it has an address, so it opens in a new tab too. */
export const ToolbarLink = createLink(ToolbarAnchor);
