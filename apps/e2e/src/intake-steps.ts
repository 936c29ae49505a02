import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { faultsOf } from "./accessibility.ts";

export const title = (page: Page, name: string | RegExp): Locator =>
  page.getByRole("heading", { level: 1, name });

/** Looks at the step as it is answered, goes on, and looks at the one that comes. */
export async function next(page: Page, name: string | RegExp): Promise<void> {
  await looksWell(page);
  await goOn(page, name);
  await looksWell(page);
}

/** Goes on, for whom the looks of the steps are not the matter. */
export async function goOn(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: /^Next: / }).click();
  await title(page, name).waitFor();
}

export async function arrived(page: Page, name: string | RegExp): Promise<void> {
  await title(page, name).waitFor();
  await looksWell(page);
}

export async function looksWell(page: Page): Promise<void> {
  expect([page.url(), ...(await faultsOf(page))]).toEqual([page.url()]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBe(0);
}

export const write = async (field: Locator, words: string): Promise<void> => {
  await field.click();
  await field.pressSequentially(words);
};

export async function date(group: Locator, day: string, month: string, year: string): Promise<void> {
  await group.getByLabel("Day").fill(day);
  await group.getByLabel("Month").fill(month);
  await group.getByLabel("Year").fill(year);
  await group.getByLabel("Year").blur();
}

export const check = (page: Page, name: string): Promise<void> =>
  page.getByLabel(name, { exact: true }).check();
