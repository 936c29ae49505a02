import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { startMortalBrowser } from "../measuring/mortal-browser.ts";

/**
 * A browser on that profile, killed as soon as the act is done, or has failed. Returns why it failed, and what the page showed
 * then, in one line.
 */
export async function untilKilled(
  executable: string,
  profile: string,
  act: (page: Page) => Promise<void>,
): Promise<string | undefined> {
  const browser = await startMortalBrowser(executable, profile).catch(reasonOf);
  if (typeof browser === "string") return browser;
  try {
    await act(browser.page);
    return undefined;
  } catch (cause) {
    return `${reasonOf(cause)}; ${await seen(browser.page).catch(reasonOf)}`;
  } finally {
    await browser.kill();
  }
}

const reasonOf = (cause: unknown): string => oneLine(cause instanceof Error ? cause.message : String(cause));
const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** Enough for the bar, which says whether all is saved, and for notices. */
const charactersSaid = 300;

/** The whole text and a picture lie in a folder, for whoever looks for the fault. */
async function seen(page: Page): Promise<string> {
  const text = await page.locator("body").innerText();
  const folder = await mkdtemp(join(tmpdir(), "consilium-killed-"));
  await writeFile(join(folder, "page.txt"), text);
  await page.screenshot({ path: join(folder, "page.png") });
  const said = oneLine(text).slice(0, charactersSaid);
  return `${page.url()} shows “${said}”, all of it in ${folder}`;
}
