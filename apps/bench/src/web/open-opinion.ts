import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "playwright-core";
import { writingIn } from "./opinion-page.ts";

/** Milliseconds. */
const rest = 1500;
/** From where the pointer comes over a name until it is pressed, in milliseconds. */
const aim = 300;

/**
 * Milliseconds from an address to the text of its section, ready to be written in: page, sign-in, socket, the whole document. The
 * scripts are in the browser's cache, as on every visit but the first. The page's own clock is read, at the frame in which the
 * words stand there: the driver looks every half second only, and waits its turn behind whatever the page does next.
 */
export async function measureOpening(
  page: Page,
  address: string,
  section: string,
  words: string,
): Promise<number> {
  await page.goto("about:blank");
  // The page before takes its time to be cleared away: it was not asked for here.
  await pause(rest);
  const told = Promise.withResolvers<number>();
  const listening = await page
    .context()
    .exposeBinding("tellReadable", (_source, at: number) => told.resolve(at));
  const watching = await page.addInitScript(watchForWords, { section, words });
  await page.goto(address, { waitUntil: "commit" });
  await writingIn(page, section).getByText(words).first().waitFor();
  const milliseconds = await told.promise;
  await watching.dispose();
  await listening.dispose();
  return milliseconds;
}

export interface Following {
  /** Of the list of cases. */
  readonly listAddress: string;
  readonly caseId: string;
  readonly section: string;
  readonly words: string;
}

/**
 * Milliseconds from a click on its case in the list, 300 ms after the pointer came over it, to the same in the section that a case
 * opens with. The page's own clock is read at the frame that shows the words.
 */
export async function measureFollowing(
  page: Page,
  { listAddress, caseId, section, words }: Following,
): Promise<number> {
  await page.goto(listAddress);
  const link = page.locator(`[data-case="${caseId}"]`);
  await link.waitFor();
  await link.hover();
  await pause(aim);
  const following = page.evaluate(timeFromClick, { section, words });
  await link.click();
  return following;
}

/** Runs in the page. Resolves at the frame in which the words stand there. */
function timeFromClick({
  section,
  words,
}: {
  readonly section: string;
  readonly words: string;
}): Promise<number> {
  return new Promise((resolve) => {
    const begin = () => {
      const began = performance.now();
      const look = () => {
        const text = document.querySelector(`#section-${section} [role=textbox]`);
        if (text?.textContent.includes(words)) resolve(performance.now() - began);
        else requestAnimationFrame(look);
      };
      look();
    };
    document.addEventListener("click", begin, { capture: true, once: true });
  });
}

/** Runs in the page, from its very beginning; its clock starts with the navigation. */
function watchForWords({ section, words }: { readonly section: string; readonly words: string }): void {
  const look = () => {
    const text = document.querySelector(`#section-${section} [role=textbox]`);
    if (!text?.textContent.includes(words)) return requestAnimationFrame(look);
    const tell: unknown = Reflect.get(window, "tellReadable");
    return typeof tell === "function" && tell(performance.now());
  };
  look();
}
