import type { Locator, Page } from "playwright-core";
import { type Remark, writeRemark } from "./words.ts";

/** What can be done with what is chosen of a record. */
export const chosen = (page: Page): Locator => page.getByRole("region", { name: "What is chosen" });

/** Writes about what is chosen of a record. `quote`: what the form calls it. */
export async function commentOnChosen(page: Page, quote: string, remark: Remark): Promise<void> {
  await chosen(page).getByRole("button", { name: "Comment", exact: true }).click();
  await writeRemark(page, quote, remark);
}

/** The row of the list of all marks that says these words. Opens the list where it is not open. */
export async function rowOfMark(page: Page, words: string): Promise<Locator> {
  await page.getByRole("navigation", { name: "Records" }).getByText("Marks", { exact: true }).click();
  const row = page.locator(".listed-mark").filter({ hasText: words });
  await row.waitFor();
  return row;
}
