import { openDatabase } from "@consilium/database";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, oncology, spine } from "./case-of.ts";
import { assessment, openOpinion, section } from "./desk.ts";
import { journey } from "./journey.ts";
import { openList } from "./visitor.ts";

const visit = journey();

/** The case of this patient is on screen, and what was there before is not. */
async function waitForCaseOf(page: Page, patient: string): Promise<void> {
  await page.getByRole("banner").getByText(patient).first().waitFor();
  await page.getByRole("heading", { level: 1, name: /^(Opinion|Referral)$/ }).waitFor();
}

test("a case is found by words without accents from the keyboard; the case that is chosen is opened by Enter, and Escape shows all again", async () => {
  const joana = await visit.enter("joana", { viewport: { width: 1440, height: 900 } });
  const { page } = joana;
  await openList(joana);
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("AKERBLOM lumbár");
  await page.getByRole("status").filter({ hasText: "1 case found." }).waitFor();
  expect(await page.locator(".case-row").count()).toBe(1);
  await page.getByRole("link", { name: "Ngozi Obi-Lindqvist" }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.reload();
  await page.getByRole("status").filter({ hasText: "1 case found." }).waitFor();
  expect(await page.getByRole("searchbox").inputValue()).toBe("AKERBLOM lumbár");
  await page.getByRole("searchbox").fill("nobody at all");
  await page.getByText("No case has these words").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Marisol Quintana" }).waitFor();
  await page.getByRole("searchbox").fill("4839");
  await page.getByRole("status").filter({ hasText: "1 case found." }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/cases\/[0-9A-Z]{26}/);
  await waitForCaseOf(page, "Ngozi Obi-Lindqvist");
});

test("whoever reads blind does not find a case by the title that they are not shown", async () => {
  const tomasz = await visit.enter("tomasz");
  await openList(tomasz);
  await tomasz.page.getByRole("searchbox").fill("fusion");
  await tomasz.page.getByText("No case has these words").waitFor();
  expect(await tomasz.page.locator(".case-row").count()).toBe(0);
  await tomasz.page.getByRole("searchbox").fill(spine);
  await tomasz.page.getByRole("status").filter({ hasText: "1 case found." }).waitFor();
  await tomasz.page.getByRole("link", { name: "Ngozi Obi-Lindqvist" }).waitFor();
});

test("the tabs hold what is to be done and what is signed; what is missing says what it blocks", async () => {
  const ingrid = await visit.enter("ingrid", { viewport: { width: 1440, height: 900 } });
  const { page } = ingrid;
  await openList(ingrid);
  const tabs = page.getByRole("navigation", { name: "Places" });
  await page.getByRole("link", { name: "Marisol Quintana" }).waitFor();
  expect(await page.getByRole("link", { name: "Aurelio Quintana" }).count()).toBe(0);
  await page.locator(".case-preview").getByText("Why it matters:").waitFor();
  await tabs.getByRole("link", { name: /^Signed/ }).click();
  await page.getByRole("link", { name: "Aurelio Quintana" }).waitFor();
  expect(await page.getByRole("link", { name: "Marisol Quintana" }).count()).toBe(0);
  await page.reload();
  await tabs.locator("[aria-current=page]").filter({ hasText: "Signed" }).waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await tabs.getByRole("link", { name: /^Drafts/ }).click();
  await page.getByText("Why it matters:").first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
});

test("a key leads from within one case's text to the next similar case", async () => {
  const open = await openDatabase(visit.database ?? "");
  await open.query("update clinical_case set specialty = 'oncology' where number = $1", [spine]);
  await open.close();
  const tomasz = await visit.enter("tomasz", { viewport: { width: 1440, height: 900 } });
  const { page } = tomasz;
  await openOpinion(tomasz, oncology, assessment);
  await page.getByText("next similar case").waitFor();
  await page.getByRole("link", { name: `Next similar case: Ngozi Obi-Lindqvist, ${spine}` }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await section(page, assessment.name).click();
  await page.keyboard.press("Alt+PageDown");
  const next = await caseOf(tomasz, spine);
  await page.waitForURL(new RegExp(`/cases/${next}`));
  await waitForCaseOf(page, "Ngozi Obi-Lindqvist");
});
