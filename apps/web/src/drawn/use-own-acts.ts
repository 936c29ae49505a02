import { type RefObject, useEffect } from "react";
import { useLatest } from "../thread/use-latest.ts";

/** Keys that do nothing by themselves, or only go from one control to the next. */
const idle = new Set(["Tab", "Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock"]);

/**
 * Calls when somebody does something by hand in a box: whoever follows another's view leaves it so. The list in which people are
 * followed is left out.
 */
export function useOwnActs(box: RefObject<HTMLElement | null>, onAct: () => void): void {
  const latest = useLatest(onAct);
  useEffect(() => {
    const isInBox = (target: EventTarget | null) =>
      target instanceof Element && box.current?.contains(target) === true && !target.closest(".viewing-line");
    const act = ({ target }: Event) => {
      if (isInBox(target)) latest.current();
    };
    const press = ({ key, target }: KeyboardEvent) => {
      // Without a focus, keys scroll what is read.
      if (!idle.has(key) && (target === document.body || isInBox(target))) latest.current();
    };
    const options = { capture: true, passive: true };
    document.addEventListener("pointerdown", act, options);
    document.addEventListener("wheel", act, options);
    document.addEventListener("keydown", press, options);
    return () => {
      document.removeEventListener("pointerdown", act, options);
      document.removeEventListener("wheel", act, options);
      document.removeEventListener("keydown", press, options);
    };
  }, [box, latest]);
}
