import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { oncology } from "./case-of.ts";
import { goToEnd, limitations, openOpinion, textIn, waitUntilSaved } from "./desk.ts";
import { journey } from "./journey.ts";

const visit = journey();

const chosen = (page: Page) => page.evaluate(() => String(getSelection()));
const menu = (page: Page): Locator => page.getByRole("listbox", { name: "What can be put here" });
const option = (page: Page, name: string): Locator => menu(page).getByRole("option", { name });

test("chosen words become a snippet that / puts into another place as one step, and Tab goes to what is to be filled in", async () => {
  const ingrid = await visit.enter("ingrid", { viewport: { width: 1440, height: 900 } });
  const { page } = ingrid;
  const editor = await openOpinion(ingrid, oncology, limitations);
  await goToEnd(editor);
  await page.keyboard.press("Enter");
  await page.keyboard.insertText("Films read: […], last seen […].");
  await page.keyboard.press("Shift+Home");
  await page.getByRole("button", { name: "Save as snippet" }).click();
  const dialog = page.getByRole("dialog", { name: "New snippet" });
  await dialog.getByText("Nothing of a patient belongs here").waitFor();
  expect(await dialog.getByLabel("Words").inputValue()).toBe("Films read: […], last seen […].");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByText("Give it a name").waitFor();
  await dialog.getByLabel("Name").fill("Films, réad");
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor({ state: "hidden" });

  await goToEnd(editor);
  await page.keyboard.press("Enter");
  const before = await textIn(editor);
  await page.keyboard.type("/film");
  await option(page, "Films, réad").waitFor();
  expect(await editor.getAttribute("aria-activedescendant")).toBe(
    await menu(page).locator("[aria-selected=true]").getAttribute("id"),
  );
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await menu(page).waitFor({ state: "hidden" });
  await expect.poll(() => chosen(page)).toBe("[…]");
  expect(await textIn(editor)).toBe(`${before}Films read: […], last seen […].`);
  await page.keyboard.insertText("CT");
  await page.keyboard.press("Tab");
  await page.keyboard.insertText("in May");
  expect(await textIn(editor)).toBe(`${before}Films read: CT, last seen in May.`);
  await waitUntilSaved(page);
});

test("one press of undo takes away what / put in; Escape leaves the / as text; what is called by no name asks for nothing", async () => {
  const ingrid = await visit.enter("ingrid", { viewport: { width: 1440, height: 900 } });
  const { page } = ingrid;
  const editor = await openOpinion(ingrid, oncology, limitations);
  await goToEnd(editor);
  await page.keyboard.press("Enter");
  const before = await textIn(editor);
  await page.keyboard.type("/strength");
  await page.keyboard.type("x");
  await menu(page).waitFor({ state: "hidden" });
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => textIn(editor)).not.toContain("/strengthx");
  await page.keyboard.press("ControlOrMeta+a");
  await goToEnd(editor);
  await page.keyboard.type(" /nobody");
  await menu(page).getByRole("option").first().waitFor();
  const asked = await textIn(editor);
  await page.keyboard.press("Enter");
  await menu(page).waitFor({ state: "hidden" });
  expect(await textIn(editor)).not.toBe(asked);
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => textIn(editor)).toBe(asked);
  await page.keyboard.type(" /tab");
  await option(page, "Table").waitFor();
  await page.keyboard.press("Escape");
  await menu(page).waitFor({ state: "hidden" });
  expect(await textIn(editor)).toBe(`${asked} /tab`);
  expect(before.length).toBeLessThan(asked.length);
});

test("on a telephone the list stands within the window; snippets are changed and deleted from there", async () => {
  const ingrid = await visit.enter("ingrid", { viewport: { width: 390, height: 844 } });
  const { page, origin } = ingrid;
  const made = await ingrid.context.request.post(`${origin}/api/session/snippets`, {
    data: { name: "Old name", section: null, text: "Words." },
    headers: { origin },
  });
  expect(made.status()).toBe(201);
  const editor = await openOpinion(ingrid, oncology, limitations);
  await goToEnd(editor);
  await page.keyboard.press("Enter");
  await page.keyboard.type("/");
  await option(page, "Your snippets…").waitFor();
  const box = await menu(page).boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 390 && box.y >= 0 && box.y + box.height <= 844).toBe(true);
  expect(await faultsOf(page)).toEqual([]);
  await option(page, "Your snippets…").click();
  const list = page.getByRole("dialog", { name: "Your snippets" });
  await list.getByRole("button", { name: "Change “Old name”" }).click();
  await page.getByLabel("Name", { exact: true }).fill("New name");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await list.getByText("New name").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await list.getByRole("button", { name: "Delete “New name”" }).click();
  await list.getByRole("button", { name: "Delete for good" }).click();
  await list.getByText("New name").waitFor({ state: "hidden" });
});
