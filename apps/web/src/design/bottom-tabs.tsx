import "./bottom-tabs.css";
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, ReactNode, Ref } from "react";

export interface BottomTabsProps {
  /** What the tabs are called for a screen reader. */
  readonly label: string;
  /** At most four `BottomTab`s. */
  readonly children: ReactNode;
}

/** The telephone's way between places: an icon and its word, at the bottom of the screen. */
export function BottomTabs({ label, children }: BottomTabsProps) {
  return (
    <nav className="bottom-tabs" aria-label={label}>
      {children}
    </nav>
  );
}

interface TabAnchorProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "className" | "style"> {
  /** A Tabler icon at 24 px, stroke 1.6. */
  readonly icon: ReactNode;
  readonly ref?: Ref<HTMLAnchorElement>;
}

function TabAnchor({ icon, children, ...rest }: TabAnchorProps) {
  return (
    <a {...rest} className="bottom-tab">
      {icon}
      <span>{children}</span>
    </a>
  );
}

/** A link; the router marks the one on screen with `aria-current="page"`. */
export const BottomTab = createLink(TabAnchor);
