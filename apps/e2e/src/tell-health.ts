import type { Page } from "playwright-core";
import { check, type goOn, write } from "./intake-steps.ts";

/** The steps about body, medicines, day and records, and how the result is to be heard. `go`: how one comes to the next one. */
export async function tellHealth(page: Page, go: typeof goOn): Promise<void> {
  await go(page, "Which operations and procedures were there?");
  await check(page, "None known");
  await go(page, "What do you really take?");
  await page.getByRole("button", { name: "Add a medicine" }).click();
  await page.getByLabel("What", { exact: true }).fill("Naproxen");
  await page.getByLabel("How much, and how often").fill("500 mg twice a day");
  await check(page, "None known");
  await go(page, "Are there allergies?");
  await check(page, "None known");
  await go(page, "Which illnesses are in the family?");
  await check(page, "None known");
  await go(page, "Two things about your body");
  await check(page, "No");
  await check(page, "None known");
  await go(page, "How is your day?");
  await write(page.getByRole("textbox", { name: "How is your day?" }), "I can stand for ten minutes.");
  await go(page, "Which records are there?");
  for (const item of await page.getByRole("listitem").all()) await item.getByLabel("I have it").check();
  await go(page, "How do you want to hear the result?");
  await check(page, "After somebody has called");
}
