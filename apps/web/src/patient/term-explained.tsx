import "@mantine/core/styles/Popover.css";
import "./term.css";
import type { GlossaryTerm } from "@consilium/clinical";
import { Popover } from "@mantine/core";
import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useState } from "react";

export interface TermExplainedProps {
  readonly term: GlossaryTerm;
  /** The words as they stand in the text. */
  readonly children: ReactNode;
}

/**
 * A word with its explanation: shown while a mouse is on it or the keyboard's focus, and by a press until the next one. No
 * button: that is one box, which does not break over lines and whose words cannot be chosen.
 */
export function TermExplained({ term, children }: TermExplainedProps) {
  const id = useId();
  const { isOpen, close, handlers } = useShown();
  return (
    <Popover
      opened={isOpen}
      onDismiss={close}
      position="bottom-start"
      width="max-content"
      withRoles={false}
      trapFocus={false}
      transitionProps={{ transition: "fade", duration: 120 }}
      classNames={{ dropdown: "term-note" }}
    >
      <Popover.Target>
        <span
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- See above.
          role="button"
          tabIndex={0}
          className="term"
          aria-expanded={isOpen}
          aria-describedby={isOpen ? id : undefined}
          {...handlers}
        >
          {children}
        </span>
      </Popover.Target>
      <Popover.Dropdown>
        <output id={id}>
          <b>{term.term}</b> {term.plain}
        </output>
      </Popover.Dropdown>
    </Popover>
  );
}

const isMouse = ({ pointerType }: PointerEvent) => pointerType === "mouse";

type Shown = "no" | "passing" | "pressed";

function useShown() {
  const [shown, setShown] = useState<Shown>("no");
  const passing = () => setShown((now) => (now === "no" ? "passing" : now));
  const passed = () => setShown((now) => (now === "passing" ? "no" : now));
  const press = () => setShown((now) => (now === "pressed" ? "no" : "pressed"));
  const close = () => setShown("no");
  return {
    isOpen: shown !== "no",
    close,
    handlers: {
      onClick: () => {
        // Choosing words is no press.
        if (document.getSelection()?.isCollapsed !== false) press();
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === "Escape") close();
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        press();
      },
      onPointerEnter: (event: PointerEvent) => isMouse(event) && passing(),
      onPointerLeave: (event: PointerEvent) => isMouse(event) && passed(),
      onFocus: ({ currentTarget }: { currentTarget: Element }) =>
        currentTarget.matches(":focus-visible") && passing(),
      onBlur: close,
    },
  };
}
