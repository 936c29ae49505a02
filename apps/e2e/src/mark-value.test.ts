import { secureRandom, systemClock } from "@consilium/foundation";
import { type Anchor, writeLayer } from "@consilium/workspace";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, handOf, oncology } from "./case-of.ts";
import { commentOnChosen, rowOfMark } from "./chosen.ts";
import { recordWith } from "./hand-over.ts";
import { journey } from "./journey.ts";
import { writeIntoLog } from "./past-the-gate.ts";
import type { Visitor } from "./visitor.ts";
import { threadWith } from "./words.ts";

const visit = journey();

async function open({ page, origin }: Visitor, caseId: string, record: string): Promise<Page> {
  await page.goto(`${origin}/cases/${caseId}/records/${record}`);
  await page.locator(".laboratory-cell").first().waitFor();
  return page;
}

/** Whether the name of a cell's row is in the part of the table that is seen. */
function isNamed(cell: Element): boolean {
  const name = cell.closest("tr")?.querySelector("th")?.getBoundingClientRect();
  const table = cell.closest("section")?.getBoundingClientRect();
  return name !== undefined && table !== undefined && name.left >= table.left;
}

test("a laboratory value that one comments the other sees at the value and in the list, and is led to it", async () => {
  const [adaeze, ingrid] = await Promise.all([visit.enter("adaeze"), visit.enter("ingrid")]);
  const caseId = await caseOf(adaeze, oncology);
  const record = await recordWith(adaeze, caseId, "laboratory");
  const [hers, theirs] = await Promise.all([open(adaeze, caseId, record), open(ingrid, caseId, record)]);
  const value = hers.locator("button.laboratory-cell").last();
  const observation = await value.getAttribute("data-observation");
  const said = (await value.textContent()) ?? "";
  await value.click();
  await hers.getByRole("region", { name: "What is chosen" }).waitFor();
  // However far the days were moved, the row says which test it is.
  expect(await value.evaluate(isNamed)).toBe(true);
  const quote = (await hers.locator(".choice-bar-line p").innerText()).replaceAll(/[“”]/g, "");
  expect(quote.split(/[ ,]+/).filter((word) => !said.includes(word))).toEqual([]);
  await commentOnChosen(hers, quote, {
    kind: "Comment",
    words: "Was this taken fasting?",
    audience: "Clinicians",
  });
  await threadWith(theirs, "Was this taken fasting?").waitFor();
  const there = theirs.locator(`button[data-observation="${observation}"]`);
  await there.locator(".thread-dot").waitFor();
  expect(await there.locator(".thread-dot").getAttribute("data-person")).toBe(
    await hers.locator(`button[data-observation="${observation}"] .thread-dot`).getAttribute("data-person"),
  );

  await theirs.goto(`${ingrid.origin}/cases/${caseId}/records`);
  const row = await rowOfMark(theirs, "Was this taken fasting?");
  expect(await row.locator(".listed-mark-place").innerText()).not.toBe("");
  await row.click();
  await there.waitFor();
  await threadWith(theirs, "Was this taken fasting?")
    .getByRole("button", { name: "Close", exact: true })
    .waitFor();
  expect(await faultsOf(theirs)).toEqual([]);
});

test("by the keyboard the list of marks is narrowed by author, kind and state, and shown whole again", async () => {
  const ingrid = await visit.enter("ingrid");
  const { page, origin } = ingrid;
  await page.goto(`${origin}/cases/${await caseOf(ingrid, oncology)}/records`);
  const rail = page.getByRole("navigation", { name: "Records" });
  await rail.getByText("Marks", { exact: true }).click();
  const authors = rail.locator(".listed-mark-author");
  const those = async () => [...new Set(await authors.allInnerTexts())];
  await authors.first().waitFor();
  const all = await authors.count();
  await rail
    .getByRole("group", { name: "By whom" })
    .getByRole("button", { name: /Wierzbicki/ })
    .focus();
  await page.keyboard.press("Space");
  await expect.poll(those).toEqual([", Dr Tomasz Wierzbicki"]);
  await rail.getByRole("button", { name: /^Comment/ }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(those).toEqual([", Dr Tomasz Wierzbicki"]);
  await rail.getByRole("button", { name: "Show all marks" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => authors.count()).toBe(all);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/marks$/);
  await rail.getByRole("radio", { name: /^Open/ }).focus();
  await page.keyboard.press("ArrowRight");
  await rail.locator(".listed-mark-foot .marked").first().waitFor();
  expect(await rail.getByRole("radio", { name: /^Resolved/ }).isChecked()).toBe(true);
});

test("a comment on a value that the record no longer has is said to have lost its place", async () => {
  const [adaeze, ingrid] = await Promise.all([visit.enter("adaeze"), visit.enter("ingrid")]);
  const caseId = await caseOf(adaeze, oncology);
  const record = await recordWith(adaeze, caseId, "laboratory");
  await commentPastTheGate(adaeze, caseId, {
    kind: "observation",
    record,
    observation: "a value of yesterday",
  });
  await ingrid.page.goto(`${ingrid.origin}/cases/${caseId}/records`);
  const row = await rowOfMark(ingrid.page, "About a value that is gone.");
  await row.getByText("The record no longer has this place.").waitFor();
  await ingrid.page.getByRole("heading", { name: "Place not found" }).waitFor();
  await row.click();
  await threadWith(ingrid.page, "About a value that is gone.").waitFor();
  expect(await faultsOf(ingrid.page)).toEqual([]);
});

/** No page of today can choose a place that is not there. */
async function commentPastTheGate(visitor: Visitor, caseId: string, anchor: Anchor): Promise<void> {
  const hand = await handOf(visitor, caseId);
  await writeIntoLog(visit.database ?? "", caseId, `layer.${hand.seat}.records.clinicians`, hand, (layer) => {
    const writer = writeLayer(layer, { clock: systemClock, random: secureRandom });
    if (!writer.addComment(anchor, "About a value that is gone.").ok) throw new Error("It was not written");
  });
}
