import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { oncology } from "./case-of.ts";
import { followUp, openOpinion, textIn, waitForWords, waitUntilSaved } from "./desk.ts";
import { journey } from "./journey.ts";
import { threadWith } from "./words.ts";

const visit = journey();

test("by the keyboard alone a specialist writes, comments, and accepts a suggestion", async () => {
  const ingrid = await visit.enter("ingrid");
  const editor = await openOpinion(ingrid, oncology, followUp);
  const { page } = ingrid;
  await tabTo(page, "Follow-up");
  await page.keyboard.press("Enter");
  await page.locator(":focus").and(editor).waitFor();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.insertText(" Written without a mouse.");
  await waitForWords(editor, "Written without a mouse.");
  await waitUntilSaved(page);
  for (const _ of "a mouse.") await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("ControlOrMeta+Alt+m");
  await page.getByLabel("Your comment").waitFor();
  await page.keyboard.insertText("Is that so?");
  await page.keyboard.press("ControlOrMeta+Enter");
  await threadWith(page, "Is that so?").waitFor();

  const suggestion = threadWith(page, "Our protocol has four months.");
  await suggestion.getByRole("button", { name: "Open", exact: true }).focus();
  await page.keyboard.press("Enter");
  await suggestion.getByRole("button", { name: "Accept", exact: true }).focus();
  await page.keyboard.press("Enter");
  await waitForWords(editor, "every four months in the first year, then every six months");
  expect(await textIn(editor)).toContain("Written without a mouse.");
});

/** Presses Tab until the link or button with these words has the focus. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? "");
    if (focused.includes(words) && focused.length < 80) return;
  }
  throw new Error(`Tab never reaches ${words}`);
}
