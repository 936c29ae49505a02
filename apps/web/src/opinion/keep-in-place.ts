/**
 * Does something that may change the height of what stands above the screen, and scrolls so that the section at the top of the
 * screen stays where it is. Browsers anchor the scrolling too, but not all of them, and not inside an editor that has the focus.
 */
export function keepInPlace(act: () => void): void {
  const scroller = document.getElementById("content");
  const anchor = scroller && firstInSight(scroller);
  const before = anchor?.getBoundingClientRect().top;
  act();
  const after = anchor?.getBoundingClientRect().top;
  if (before !== undefined && after !== undefined && before !== after)
    scroller?.scrollBy({ top: after - before, behavior: "instant" });
}

function firstInSight(scroller: HTMLElement): Element | undefined {
  const { top } = scroller.getBoundingClientRect();
  return [...scroller.querySelectorAll(".section-block")].find(
    (block) => block.getBoundingClientRect().bottom > top + 1,
  );
}
