import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { faultsOf } from "./accessibility.ts";
import type { Visitor } from "./visitor.ts";

export async function openRecords({ page, origin }: Visitor, caseId: string): Promise<void> {
  await page.goto(`${origin}/cases/${caseId}/records`);
  await page.getByRole("heading", { name: /^What (is there|we have)/ }).waitFor();
}

/** What cannot be had, what is here and what is not needed lies behind the line that counts it. */
export async function unfolded({ page }: Visitor): Promise<Locator> {
  const folded = page.locator(".inventory-folded");
  if ((await folded.getAttribute("open")) === null) await folded.locator("summary").click();
  return folded;
}

/** Asks one of the people for a record that the case needs, from its gap. */
export async function askFor(asker: Visitor, record: RegExp, whom: string): Promise<void> {
  const { page } = asker;
  const gap = page.getByRole("button", { name: record });
  if (!(await gap.isVisible())) await unfolded(asker);
  await gap.click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(whom).click();
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Send the request" }).click();
  await dialog.waitFor({ state: "hidden" });
}
