import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { journey } from "./journey.ts";
import { desk } from "./viewports.ts";

/** Whoever may not is refused by the server, and the console says so. */
const visit = journey({ expected: [/status of 403/] });

const telephone = { viewport: { width: 390, height: 844 }, hasTouch: true };

test("a coordinator opens the numbers from the board, chooses a period and a specialty, and takes the table along", async () => {
  const { page, origin } = await visit.enter("joana", desk);
  await page.goto(`${origin}/board`);
  await page.getByRole("link", { name: "Numbers" }).click();
  await page.getByRole("heading", { level: 1, name: "Numbers" }).waitFor();
  const steps = page.getByRole("table").first();
  await steps.getByRole("rowheader", { name: "Submission to signature" }).waitFor();
  await page.getByText(/^2 cases that you coordinate/).waitFor();
  await page.getByRole("rowheader", { name: "The specialist", exact: true }).waitFor();
  expect(await faultsOf(page)).toEqual([]);

  await page.getByRole("combobox", { name: "Period" }).selectOption("The last year");
  await page.waitForURL(/days=.*365/);
  await page.getByRole("combobox", { name: "Specialty" }).selectOption("Cardiology");
  await page.getByText(/^1 case that you coordinate/).waitFor();
  await page.reload();
  await page.getByText(/^1 case that you coordinate/).waitFor();

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "As a table (CSV)" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^consilium-numbers-\d{4}-\d\d-\d\d\.csv$/);
  const table = await readFile(await download.path(), "utf8");
  expect(table).toMatch(/^case,specialty,tier,step,/);
  expect(table).toContain(",cardiology,");
  expect(table).not.toContain(",oncology,");
  expect(table).not.toMatch(/Quintana|Aurelio/);

  await page.setViewportSize({ width: 390, height: 844 });
  expect(await faultsOf(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});

test("somebody who coordinates no programme is told so", async () => {
  const { page, origin } = await visit.enter("ingrid", telephone);
  await page.goto(`${origin}/numbers`);
  await page.getByText("This part of a programme is for whoever coordinates it.").waitFor();
  expect(await faultsOf(page)).toEqual([]);
});

test("the board is narrowed by who works on a case, and a case is found by the keyboard alone", async () => {
  const { page, origin } = await visit.enter("joana", desk);
  await page.goto(`${origin}/board`);
  const table = page.getByRole("table", { name: "Do now" });
  for (const name of ["What happened", "Clock", "Next step"])
    await table.getByRole("columnheader", { name }).waitFor();
  const review = page.getByRole("region", { name: "In review" });
  const delivered = page.getByRole("region", { name: "Delivered" });
  await page.getByRole("combobox", { name: "Who works on it" }).selectOption("Dr Nadia Dastgir");
  await review.getByText("No case").waitFor();
  await delivered.getByText("Aurelio Quintana").waitFor();
  await page.reload();
  await review.getByText("No case").waitFor();
  await page.getByRole("combobox", { name: "Who works on it" }).selectOption("All people");
  await review.getByText("Marisol Quintana").waitFor();

  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: "Find a case or a person" });
  await field.waitFor();
  await page.keyboard.type("zzz");
  await page.getByText("No case of the board has these words.").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await field.fill("quintana");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await field.fill("hallstrom liver");
  await page.getByRole("option", { name: /Marisol Quintana/ }).waitFor();
  expect(await page.getByRole("listbox", { name: "Cases found" }).getByRole("option").count()).toBe(1);
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/triage$/);
  await page.getByRole("heading", { level: 1, name: /^Who is asked/ }).waitFor();
});
