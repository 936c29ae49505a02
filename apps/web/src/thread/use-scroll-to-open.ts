import { useEffect } from "react";

/** Brings the words of the open thread into sight when it opens, also from an address. */
export function useScrollToOpen(openId: string | undefined): void {
  useEffect(() => {
    if (openId === undefined) return undefined;
    let tries = 0;
    let frame = 0;
    // Far sections are built when the browser has time: the mark comes with them.
    const look = () => {
      const mark = document.querySelector(`[data-mark="${CSS.escape(openId)}"]`);
      if (mark) return mark.scrollIntoView({ block: "nearest", inline: "nearest" });
      tries += 1;
      if (tries < 240) frame = requestAnimationFrame(look);
    };
    frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [openId]);
}
