import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { caseFileOf, compareCases } from "@consilium/exchange";
import { referralFile } from "@consilium/interchange/testing/referral";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { journey } from "./journey.ts";
import { openList, type Visitor } from "./visitor.ts";

const visit = journey();
const command = join(import.meta.dirname, "../../../packages/exchange/src/verify/command.ts");

test("a clinician opens a case from a referral, says that it is still so, takes the case along, proves it, and opens it again as an equal one", async () => {
  const adaeze = await visit.enter("adaeze");
  const { page, origin } = adaeze;
  const first = await openFrom(adaeze, { name: "referral.json", bytes: Buffer.from(referralFile()) });
  await step(page, origin, first, "safety");
  await page.getByLabel("None of these").check();
  await step(page, origin, first, "place");
  await page.getByLabel("Country").selectOption("Japan");
  await page.getByLabel(/^An educational opinion between physicians/).check();
  await step(page, origin, first, "consent");
  await page.getByLabel(/^I have explained this to the patient/).check();
  await page.getByLabel("How did they agree?").fill("Signed on paper today");
  await page.getByRole("button", { name: "I agree" }).click();
  await page.getByText(/^Agreed on/).waitFor();
  await step(page, origin, first, "questions");
  await page.getByText("Can the lesions be resected safely?").waitFor();
  const asked = page.getByText("A file filled this in. Is it still so?");
  await asked.waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Still so" }).click();
  await asked.waitFor({ state: "hidden" });
  await step(page, origin, first, "told");
  await page.getByText("Our board proposed a right hepatectomy.").waitFor();
  await asked.waitFor();

  const one = await takeAlong(page, origin, first);
  const second = await openFrom(adaeze, { name: "case.zip", bytes: one });
  expect(second).not.toBe(first);
  const other = await takeAlong(page, origin, second);
  const [before, after] = [await caseIn(one), await caseIn(other)];
  expect(await compareCases(before, after)).toMatchObject({ isEqual: true, onlyFirst: [], onlySecond: [] });
});

/** As somebody proves it who has the file alone. Ends with an error where anything is wrong. */
async function verified(path: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [command, path]);
  return stdout;
}

async function caseIn(zip: Buffer): Promise<string> {
  const bytes = await caseFileOf(zip, zip.length);
  if (!bytes) throw new Error("No case in it");
  return new TextDecoder().decode(bytes);
}

async function openFrom(
  visitor: Visitor,
  { name, bytes }: { readonly name: string; readonly bytes: Buffer },
): Promise<string> {
  const { page } = visitor;
  await openList(visitor);
  await page.getByRole("button", { name: "New case from a file" }).click();
  await page
    .getByLabel("Choose a file")
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer: bytes });
  await page.getByRole("button", { name: "Open the case" }).click();
  await page.getByText("It asks for an opinion: what it asks is filled in", { exact: false }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("link", { name: "Go to the case" }).click();
  await page.waitForURL(/\/cases\/[0-9A-Z]{26}/);
  return /\/cases\/([0-9A-Z]{26})/.exec(page.url())?.[1] ?? "";
}

async function step(page: Page, origin: string, caseId: string, name: string): Promise<void> {
  await page.goto(`${origin}/cases/${caseId}/intake/${name}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

async function takeAlong(page: Page, origin: string, caseId: string): Promise<Buffer> {
  await page.goto(`${origin}/cases/${caseId}/referral/summary`);
  // From a page that stands still: one that still changes closes the menu.
  await page.getByText("Answered step by step").waitFor();
  await page.getByRole("button", { name: /account of/ }).click();
  await page.getByRole("menuitem", { name: "Take the case along…" }).click();
  const dialog = page.getByRole("dialog", { name: "Take the case along" });
  await dialog.getByText(/MiB\. The case itself/).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const coming = page.waitForEvent("download");
  await dialog.getByRole("link", { name: "Download the ZIP" }).click();
  const path = await (await coming).path();
  expect(await verified(path)).toMatch(/^Case .*All is as it was exported\.\n$/s);
  return readFile(path);
}
