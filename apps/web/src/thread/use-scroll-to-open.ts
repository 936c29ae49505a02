import { useEffect } from "react";

/** Brings the words of the open thread into sight when it opens, also from an address. */
export function useScrollToOpen(openId: string | undefined): void {
  useEffect(() => {
    if (openId === undefined) return undefined;
    const observer = new MutationObserver(look);
    function look() {
      const mark = document.querySelector(`[data-mark="${CSS.escape(openId ?? "")}"]`);
      if (!mark) return;
      observer.disconnect();
      if (!isWellInSight(mark)) mark.scrollIntoView({ block: "center", inline: "nearest" });
    }
    // Far sections are built when the browser has time: the mark comes with them.
    observer.observe(document.body, { childList: true, subtree: true });
    look();
    return () => observer.disconnect();
  }, [openId]);
}

/** Pixels above the words for the bars of the page, and below them for the card beside them. */
const room = { above: 110, below: 320 } as const;

function isWellInSight(mark: Element): boolean {
  const { top } = mark.getBoundingClientRect();
  return top > room.above && top < window.innerHeight - room.below;
}
