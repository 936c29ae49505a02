import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { pdfFacts } from "@consilium/report/testing";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, oncology } from "./case-of.ts";
import { chosen } from "./chosen.ts";
import { slices, untilStudyIsOpen } from "./ct-slices.ts";
import { findings, goToEnd, openSection, waitUntilSaved } from "./desk.ts";
import { draw } from "./hand-drawn.ts";
import { handOver, recordWith } from "./hand-over.ts";
import { journey } from "./journey.ts";
import { openRecommendations, sign } from "./sign-opinion.ts";

const visit = journey();

const measured = /^An axial slice of CT liver; a length is drawn on it: \d+(?:\.\d+)? mm\.$/;

/** The picture has come, and shows something: a slice of 96 pixels is enlarged fourfold and no further. */
async function untilShown(page: Page): Promise<void> {
  const picture = page.getByRole("img", { name: measured });
  await picture.waitFor();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(384);
}

test("a slice with a measurement, on which a sentence relies, is in the signed report: on the page, in the PDF and in the file", async () => {
  const [ingrid, adaeze, marisol] = await Promise.all([
    visit.enter("ingrid", { viewport: { width: 1440, height: 900 } }),
    visit.enter("adaeze", { viewport: { width: 1440, height: 900 } }),
    visit.enter("marisol", { viewport: { width: 390, height: 844 }, hasTouch: true }),
  ]);
  const caseId = await caseOf(ingrid, oncology);
  await handOver(adaeze, caseId, slices(1, 2, 3, 4, 5, 6));
  await adaeze.page.getByText("6 files became 1 study.").waitFor();
  const record = await recordWith(ingrid, caseId, "imaging-study");
  const { page } = ingrid;
  const editor = await openSection(ingrid, caseId, findings, record);
  await goToEnd(editor);
  await untilStudyIsOpen(page);
  const surface = page.locator("[data-surface=left]");
  await surface.focus();
  await page.keyboard.press("ArrowDown");
  await page.getByText("Slice 4 of 6").waitFor();
  await page.keyboard.press("k");
  await page.locator(".marks-list .mark-row").first().waitFor();
  await page.keyboard.press("l");
  await draw(page, surface, [0.42, 0.5], [0.58, 0.5]);
  await page.locator(".marks-list .mark-row").filter({ hasText: /\d mm/ }).click();
  await surface.focus();
  await page.keyboard.press("e");
  await chosen(page)
    .getByText(/slice 4: \d+(?:\.\d+)? mm/)
    .waitFor();
  await chosen(page).getByRole("button", { name: "Link as evidence" }).click();
  await editor
    .locator("a.evidence")
    .filter({ hasText: /CT liver.*slice 4, measured/ })
    .last()
    .waitFor();
  await waitUntilSaved(page);

  await openRecommendations(ingrid, caseId);
  await page.getByRole("button", { name: "Review and sign" }).click();
  await untilShown(page);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Keep writing" }).click();
  await sign(ingrid);
  await untilShown(page);
  const report = new URL(page.url()).pathname.split("/").at(-1) ?? "";

  await adaeze.page.goto(`${adaeze.origin}/cases/${caseId}/report/${report}`);
  await untilShown(adaeze.page);
  await adaeze.page
    .getByText(/CT liver, 10 Nov 2026, series 3, slice 4 of 6, measured .*Marked by Dr Ingrid/)
    .waitFor();
  expect(await faultsOf(adaeze.page)).toEqual([]);
  await inFiles(adaeze.page, `${adaeze.origin}/api/cases/${caseId}/reports/${report}`);

  await adaeze.page.getByRole("button", { name: "More for this report" }).click();
  await adaeze.page.getByRole("menuitem", { name: "The patient was told…" }).click();
  await adaeze.page.getByLabel("How they were told").fill("By telephone, with her daughter.");
  await adaeze.page.getByRole("button", { name: "They were told" }).click();
  await adaeze.page.getByRole("dialog").waitFor({ state: "hidden" });
  await marisol.page.goto(`${marisol.origin}/cases/${caseId}/report/${report}`);
  await untilShown(marisol.page);
  expect(await faultsOf(marisol.page)).toEqual([]);
  expect(await marisol.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
}, 300_000);

/** The downloaded PDF has the one figure with its words; the one HTML file shows it and says that it is unchanged. */
async function inFiles(page: Page, report: string): Promise<void> {
  const pdf = await page.request.get(`${report}/pdf`);
  const { roles, figuresWithoutAlt, texts } = await pdfFacts(await pdf.body());
  expect([roles["Figure"], figuresWithoutAlt]).toEqual([1, 0]);
  expect(texts.join(" ").replaceAll(/\s+/g, " ")).toMatch(/slice 4 of 6, measured \d/);
  const folder = mkdtempSync(join(tmpdir(), "consilium-key-images-"));
  const path = join(folder, "report.html");
  writeFileSync(path, await (await page.request.get(`${report}/html`)).body());
  const file = await page.context().newPage();
  await file.goto(pathToFileURL(path).href);
  await file.locator("#state.unchanged").waitFor();
  await untilShown(file);
  await file.close();
  rmSync(folder, { recursive: true });
}
