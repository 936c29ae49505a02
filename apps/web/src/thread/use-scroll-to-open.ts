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
      mark.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    // Far sections are built when the browser has time: the mark comes with them.
    observer.observe(document.body, { childList: true, subtree: true });
    look();
    return () => observer.disconnect();
  }, [openId]);
}
