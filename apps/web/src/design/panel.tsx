import "@mantine/core/styles/Popover.css";
import "./panel.css";
import { Popover } from "@mantine/core";
import type { ReactElement, ReactNode } from "react";

export interface PanelProps {
  /** A button; gets the panel's attributes and its focus back. */
  readonly target: ReactElement;
  readonly isOpen: boolean;
  readonly onChange: (isOpen: boolean) => void;
  /** What it is, for a screen reader. */
  readonly label: string;
  /** There only while it is open. */
  readonly children: ReactNode;
}

/** Hangs from a button and holds what is read: sentences, links. Keeps the focus inside, closes on Escape and by a press beside it. */
export function Panel({ target, isOpen, onChange, label, children }: PanelProps) {
  return (
    <Popover
      opened={isOpen}
      onChange={onChange}
      position="bottom-end"
      trapFocus
      returnFocus
      transitionProps={{ transition: "fade", duration: 200 }}
      classNames={{ dropdown: "panel" }}
      attributes={{ dropdown: { "aria-label": label, "aria-labelledby": undefined } }}
    >
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown>{children}</Popover.Dropdown>
    </Popover>
  );
}
