import { useEffect, useEffectEvent } from "react";
import { useHand } from "./use-hand.ts";
import { useOwnSwitches } from "./use-own-switches.ts";

const occupied =
  "input, textarea, select, [contenteditable=true], [role=dialog], [role=menu], [role=radiogroup]";

/** M microphone, V camera, H hand, outside of whatever is written in. */
export function useCallKeys(): void {
  const { toggleMuted, toggleCamera } = useOwnSwitches();
  const hand = useHand();
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat) return;
    if (event.target instanceof Element && event.target.closest(occupied)) return;
    const act = { m: toggleMuted, v: toggleCamera, h: hand.toggle }[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, []);
}
