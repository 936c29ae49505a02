import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { oncology } from "./case-of.ts";
import {
  goToEnd,
  limitations,
  openOpinion,
  textIn,
  textInLog,
  waitForWords,
  waitUntilSaved,
} from "./desk.ts";
import { journey } from "./journey.ts";

const visit = journey();

test("[SY-31] a text of 2 MB is refused with a sentence, and nothing of it goes into the section", async () => {
  const ingrid = await visit.enter("ingrid");
  const editor = await openOpinion(ingrid, oncology, limitations);
  await goToEnd(editor);
  const before = await textIn(editor);
  await paste(ingrid.page, editor, "A page of a file. ".repeat(116_000));
  await ingrid.page.getByText("That is too much text for one section").waitFor();
  expect(await textIn(editor)).toBe(before);
  await editor.pressSequentially(" Still here.");
  await waitUntilSaved(ingrid.page);
  expect(await textInLog(ingrid, oncology, limitations)).toBe(`${before} Still here.`);
});

test("[SY-31] a text of 900 kB arrives in parts, and a colleague types in the same section meanwhile", async () => {
  const [ingrid, tomasz] = await Promise.all([visit.enter("ingrid"), visit.enter("tomasz")]);
  const [hers, his] = await Promise.all([
    openOpinion(ingrid, oncology, limitations),
    openOpinion(tomasz, oncology, limitations),
  ]);
  await goToEnd(hers);
  await hers.press("Enter");
  await his.getByText("Still here.").click();
  const pasted = paste(ingrid.page, hers, `${"Line of an old report. ".repeat(39_000)}The last words.`);
  await his.pressSequentially("Typed meanwhile. ");
  await pasted;
  await waitForWords(his, "The last words.");
  await waitForWords(hers, "Typed meanwhile.");
  await Promise.all([waitUntilSaved(ingrid.page), waitUntilSaved(tomasz.page)]);
  const [mine, theirs, log] = await Promise.all([
    textIn(hers),
    textIn(his),
    textInLog(ingrid, oncology, limitations),
  ]);
  expect(mine.length).toBeGreaterThan(890_000);
  // Not shown where they differ: the report would be a megabyte.
  expect([mine === theirs, mine === log]).toEqual([true, true]);
});

/** As from the clipboard, whose system part a browser without a screen does not have. */
async function paste(page: Page, editor: Locator, text: string): Promise<void> {
  await editor.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}
