import { type RefObject, useEffect } from "react";
import { useLatest } from "../thread/use-latest.ts";
import { useLookingTogether } from "./looking-together.ts";

/** Keys that do nothing by themselves, or only go from one control to the next. */
const idle = new Set(["Tab", "Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock"]);

/** Keys that scroll a page on which nothing has the focus. */
const scrolls = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " "]);

/**
 * Calls when somebody does something by hand in a box: whoever follows another's view leaves it so. The list in which people are
 * followed is left out.
 */
export function useOwnActs(box: RefObject<HTMLElement | null>, onAct: () => void): void {
  const latest = useLatest(onAct);
  const isTogether = useLookingTogether() !== undefined;
  useEffect(() => {
    const isInBox = (target: EventTarget | null) =>
      target instanceof Element && box.current?.contains(target) === true && !target.closest(".viewing-line");
    const act = ({ target }: Event) => {
      if (isInBox(target)) latest.current();
    };
    const press = ({ key, target }: KeyboardEvent) => {
      // Without a focus, keys scroll what is read; in a conference others than these are its own.
      const isForPage = target === document.body && (!isTogether || scrolls.has(key));
      if (!idle.has(key) && (isForPage || isInBox(target))) latest.current();
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
  }, [box, latest, isTogether]);
}
