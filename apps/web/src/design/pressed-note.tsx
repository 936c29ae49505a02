import "@mantine/core/styles/Popover.css";
import "./pressed-note.css";
import { Popover } from "@mantine/core";
import type { ReactElement } from "react";

export interface PressedNoteProps {
  readonly note: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What is pressed. */
  readonly children: ReactElement;
}

/** A sentence that appears beside what was pressed, where a finger sees it too; a press elsewhere or Escape closes it. */
export function PressedNote({ note, isOpen, onClose, children }: PressedNoteProps) {
  return (
    <Popover
      opened={isOpen}
      onDismiss={onClose}
      position="bottom-end"
      withRoles={false}
      transitionProps={{ transition: "fade", duration: 200 }}
      classNames={{ dropdown: "pressed-note" }}
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown>
        <output>{note}</output>
      </Popover.Dropdown>
    </Popover>
  );
}
