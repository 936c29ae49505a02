import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { more } from "./after-report.ts";
import type { Visitor } from "./visitor.ts";

export interface SharedLink {
  readonly address: string;
  readonly passcode: string;
}

/** Makes a link to the report that is on screen. */
export async function shareByLink(visitor: Visitor, forWhom: string): Promise<SharedLink> {
  const { page } = visitor;
  await more(visitor, "Share with another doctor…");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("For whom").fill(forWhom);
  await dialog.getByRole("radiogroup").getByText("7 days", { exact: true }).click();
  await dialog.getByRole("button", { name: "Make the link" }).click();
  const address = await dialog.locator(".link-address").innerText();
  const passcode = await dialog.locator(".link-passcode").innerText();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  return { address, passcode };
}

/** Comes by a link, without an account, and enters the passcode. */
export async function enterPasscode(page: Page, address: string, passcode: string): Promise<void> {
  // Only what is behind the # may differ from the page before: then nothing is loaded.
  await page.goto("about:blank");
  await page.goto(address);
  await page.getByLabel("Passcode").fill(passcode);
  await page.getByRole("button", { name: "Open the report" }).click();
}

/** Saves one of the report's forms. Returns where it lies until the test is over, and what is in it. */
export async function download({ page }: Visitor, form: string): Promise<{ path: string; bytes: Buffer }> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: form }).click();
  const file = await downloading;
  const folder = await mkdtemp(join(tmpdir(), "consilium-report-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return { path, bytes: await readFile(path) };
}
