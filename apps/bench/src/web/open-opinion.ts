import type { Page } from "playwright-core";
import { writingIn } from "./opinion-page.ts";

/**
 * Milliseconds from an address to the text of its section, ready to be written in: page, sign-in, socket, the whole document. The
 * scripts are in the browser's cache, as on every visit but the first.
 */
export async function measureOpening(
  page: Page,
  address: string,
  section: string,
  words: string,
): Promise<number> {
  await page.goto("about:blank");
  const begun = performance.now();
  await page.goto(address, { waitUntil: "commit" });
  await writingIn(page, section).getByText(words).first().waitFor();
  return performance.now() - begun;
}
