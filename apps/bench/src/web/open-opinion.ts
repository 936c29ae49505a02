import type { Page } from "playwright-core";
import { writingIn } from "./opinion-page.ts";

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
