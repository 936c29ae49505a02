import { type RefObject, useCallback, useRef } from "react";

/** Milliseconds: a dialog that closes gives the focus back to its button, which by then may be gone. */
const afterDialog = 250;

/** A place that takes the focus once a dialog has closed. */
export function useFocusLater(): {
  readonly target: RefObject<HTMLDivElement | null>;
  readonly focus: () => void;
} {
  const target = useRef<HTMLDivElement>(null);
  const focus = useCallback(() => void setTimeout(() => target.current?.focus(), afterDialog), []);
  return { target, focus };
}
