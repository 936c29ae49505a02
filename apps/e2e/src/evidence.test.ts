import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, oncology } from "./case-of.ts";
import { chosen } from "./chosen.ts";
import { slices, slicesReported, untilStudyIsOpen } from "./ct-slices.ts";
import { findings, goToEnd, openSection, section, waitUntilSaved } from "./desk.ts";
import { fileOf, handOver, recordWith } from "./hand-over.ts";
import { journey } from "./journey.ts";
import { pdfOf } from "./pdf-letter.ts";
import { share } from "./sharing.ts";
import type { Visitor } from "./visitor.ts";
import { chooseWords } from "./words.ts";

const visit = journey();

/** The newest link of a text that says these words. */
const linkIn = (editor: Locator, words: string | RegExp): Locator =>
  editor.locator("a.evidence").filter({ hasText: words }).last();

const linkChosen = (page: Page): Promise<void> =>
  chosen(page).getByRole("button", { name: "Link as evidence" }).click();

/** A finding says a laboratory value, the first or the last of its record. */
async function linkValue(author: Visitor, caseId: string, which: "first" | "last") {
  const record = await recordWith(author, caseId, "laboratory");
  const editor = await openSection(author, caseId, findings, record);
  await goToEnd(editor);
  const { page } = author;
  const value = page.locator("button.laboratory-cell")[which]();
  const observation = await value.getAttribute("data-observation");
  await value.click();
  const label = (await page.locator(".choice-bar-line p").innerText()).replaceAll(/[“”]/g, "");
  await linkChosen(page);
  await linkIn(editor, label).waitFor();
  await waitUntilSaved(page);
  return { record, observation, label };
}

test("a laboratory value is linked from a finding; who reads the opinion follows the link to that value", async () => {
  const [ingrid, tomasz] = await Promise.all([visit.enter("ingrid"), visit.enter("tomasz")]);
  const caseId = await caseOf(ingrid, oncology);
  const { observation, label } = await linkValue(ingrid, caseId, "last");

  const read = await openSection(tomasz, caseId, findings);
  await linkIn(read, label).click();
  const lit = tomasz.page.locator(".laboratory-cell[data-lit]");
  await lit.waitFor();
  expect(await lit.getAttribute("data-observation")).toBe(observation);
  expect(await faultsOf(tomasz.page)).toEqual([]);
});

test("whom the opinion is about follows a label of hers to that value, by the keyboard", async () => {
  const [ingrid, marisol] = await Promise.all([visit.enter("ingrid"), visit.enter("marisol")]);
  const caseId = await caseOf(ingrid, oncology);
  const { record, observation, label } = await linkValue(ingrid, caseId, "first");
  await share(ingrid.page, "Patient", "As a version");

  const { page, origin } = marisol;
  await page.goto(`${origin}/cases/${caseId}/opinion/findings`);
  const link = page.getByRole("main").getByRole("link", { name: label }).last();
  await link.waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await link.focus();
  await page.keyboard.press("Enter");
  const lit = page.locator(".laboratory-cell[data-lit]");
  await lit.waitFor();
  expect(await lit.getAttribute("data-observation")).toBe(observation);
  expect(new URL(page.url()).pathname).toBe(`/cases/${caseId}/records/${record}`);
});

test("words of a PDF are linked, and once more by Ctrl E; who reads the opinion follows the link to the words", async () => {
  const [ingrid, adaeze, tomasz] = await Promise.all([
    visit.enter("ingrid"),
    visit.enter("adaeze"),
    visit.enter("tomasz"),
  ]);
  const caseId = await caseOf(ingrid, oncology);
  const letter = pdfOf(["She came to us in May.", "The margin was two millimetres."]);
  await handOver(adaeze, caseId, [fileOf("Theatre letter.pdf", letter)]);
  await adaeze.page.getByText("One file became 1 document.").waitFor();
  const record = await recordWith(ingrid, caseId, "document", "Theatre letter");
  const { page } = ingrid;
  const editor = await openSection(ingrid, caseId, findings, record);
  await goToEnd(editor);
  const words = page.locator('.paper-page[data-page="2"] .paper-words');
  await words.getByText("The margin was").waitFor();
  await chooseWords(words, "two millimetres");
  await linkChosen(page);
  await linkIn(editor, /Theatre letter.*page 2/).waitFor();
  const before = await editor.locator("a.evidence").count();
  await goToEnd(editor);
  await page.keyboard.press("ControlOrMeta+e");
  const dialog = page.getByRole("dialog", { name: "Link a place last looked at" });
  await dialog.getByText("“two millimetres”").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "hidden" });
  await expect.poll(() => editor.locator("a.evidence").count()).toBe(before + 1);
  await waitUntilSaved(page);

  const read = await openSection(tomasz, caseId, findings);
  await linkIn(read, /Theatre letter.*page 2/).click();
  await tomasz.page.locator('.paper-page[data-page="2"] .paper-mark[data-look="lit"]').waitFor();
  await tomasz.page
    .locator('.paper-page[data-page="2"] .paper-words')
    .getByText("The margin was two millimetres.")
    .waitFor();
  expect(await faultsOf(tomasz.page)).toEqual([]);
});

test("a slice is linked from a finding; who reads the opinion follows the link to that slice", async () => {
  const [ingrid, adaeze, tomasz] = await Promise.all([
    visit.enter("ingrid"),
    visit.enter("adaeze"),
    visit.enter("tomasz"),
  ]);
  const caseId = await caseOf(ingrid, oncology);
  await handOver(adaeze, caseId, slices(1, 2, 3, 4, 5, 6));
  await adaeze.page.getByText("6 files became 1 study.").waitFor();
  const record = await recordWith(ingrid, caseId, "imaging-study");
  const { page } = ingrid;
  const editor = await openSection(ingrid, caseId, findings, record);
  await goToEnd(editor);
  await untilStudyIsOpen(page);
  await page.locator("[data-surface=left]").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.getByText("Slice 5 of 6").waitFor();
  await page.keyboard.press("e");
  await linkChosen(page);
  await linkIn(editor, /CT liver.*slice 5/).waitFor();
  await waitUntilSaved(page);

  const read = await openSection(tomasz, caseId, findings);
  await linkIn(read, /CT liver.*slice 5/).click();
  await tomasz.page.getByText("Slice 5 of 6").waitFor();
  await tomasz.page.getByText("For review, not for primary diagnosis.").waitFor();
  expect(await faultsOf(tomasz.page)).toEqual([]);
});

const reportedCt = { title: "CT of November", accession: "NG-CT-261103-052", seriesNumber: 4 };

test("a sentence that relies on a slice of a report opens the pictures there; the row and the sentence are a press away", async () => {
  const [tomasz, adaeze] = await Promise.all([visit.enter("tomasz"), visit.enter("adaeze")]);
  const { page } = tomasz;
  const caseId = await caseOf(tomasz, oncology);
  const link = linkIn(await openSection(tomasz, caseId, findings), /slice 94/);
  await link.click();
  const row = page.locator(".record-places li[data-lit]").filter({ hasText: "slice 94" });
  await row.waitFor();
  expect(await row.getByRole("link").count()).toBe(0);

  await handOver(adaeze, caseId, slicesReported(reportedCt, 92, 93, 94, 95, 96, 97));
  await adaeze.page.getByRole("link", { name: reportedCt.title }).first().waitFor();
  const study = await recordWith(tomasz, caseId, "imaging-study", reportedCt.title);
  await row.getByRole("link", { name: /See it in the images/ }).click();
  await page.getByText("Slice 3 of 6").first().waitFor();
  expect(new URL(page.url()).searchParams.get("record")).toBe(study);

  await page.goto(page.url().split("?")[0] ?? "");
  await link.click();
  await page.getByText("Slice 3 of 6").first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const back = page.locator(".relied-on:not([data-of-mark])").getByRole("link").first();
  expect(await back.getAttribute("aria-current")).toBe("location");
  await back.getByText(/series 4, slice 94/).waitFor();
  await back.click();
  await page.locator("a.evidence:focus").and(link).waitFor();
  await page.getByRole("region", { name: "Places that the report names" }).getByText("slice 72").waitFor();
  await page.getByRole("link", { name: /To the report/ }).click();
  await row.waitFor();
});

test("Ctrl E offers the slice that was chosen, the mark that was drawn and the words of a note, chosen or on another screen", async () => {
  const [ingrid, adaeze] = await Promise.all([visit.enter("ingrid"), visit.enter("adaeze")]);
  const { page, origin } = ingrid;
  const caseId = await caseOf(ingrid, oncology);
  await handOver(adaeze, caseId, slicesReported(reportedCt, 92, 93, 94, 95, 96, 97));
  const record = await recordWith(ingrid, caseId, "imaging-study", reportedCt.title);
  const note = await recordWith(ingrid, caseId, "note");
  await page.goto(`${origin}/cases/${caseId}/records/${record}`);
  await page.getByText("Slice 3 of 6").first().waitFor();
  await page.locator("[data-surface=left]").focus();
  await page.keyboard.press("k");
  await page.locator(".marks-list .mark-row").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("e");
  await chosen(page).getByText("slice 4").waitFor();
  await page.getByRole("link", { name: "Beside the opinion" }).click();
  await page.getByRole("textbox", { name: "Bottom line", exact: true }).waitFor();
  await page.locator(`.record-rail a[href*="record=${note}"]`).click();
  const words = (await page.locator(".record-body p").first().innerText()).slice(0, 24).trim();
  await chooseWords(page.locator(".record-body"), words);
  const editor = section(page, "Bottom line");
  await goToEnd(editor);
  await page.keyboard.press("ControlOrMeta+e");
  const dialog = page.getByRole("dialog", { name: "Link a place last looked at" });
  const offered = dialog.locator(".seen-places").getByRole("button");
  await offered.nth(0).getByText(`“${words}`).waitFor();
  await offered
    .nth(1)
    .getByText(/CT of November.*slice 4/)
    .waitFor();
  await offered
    .nth(2)
    .getByText(/CT of November.*slice 3/)
    .waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await offered.nth(1).click();
  await linkIn(editor, /CT of November.*slice 4/).waitFor();
  await waitUntilSaved(page);
});

test("a value and words of a note are dragged into a sentence, and stand where they were let go", async () => {
  const ingrid = await visit.enter("ingrid");
  const { page } = ingrid;
  const caseId = await caseOf(ingrid, oncology);
  const [laboratory, note] = await Promise.all([
    recordWith(ingrid, caseId, "laboratory"),
    recordWith(ingrid, caseId, "note"),
  ]);
  await openSection(ingrid, caseId, findings, laboratory);
  await page.locator("button.laboratory-cell").last().click();
  const [before, after] = await dragQuote(page);
  expect(after).toBe(before + 1);

  await openSection(ingrid, caseId, findings, note);
  const words = (await page.locator(".record-body p").first().innerText()).slice(0, 24);
  await chooseWords(page.locator(".record-body"), words);
  expect(await dragQuote(page)).toEqual([after, after + 1]);
});

/** Drags what is chosen of the record into the first paragraph of the findings. Returns how many links it had and has. */
async function dragQuote(page: Page): Promise<readonly [before: number, after: number]> {
  const paragraph = section(page, findings.name).locator("p").first();
  const links = paragraph.locator("a.evidence");
  const before = await links.count();
  await page.locator(".choice-bar-line p").dragTo(paragraph);
  await links.nth(before).waitFor();
  await waitUntilSaved(page);
  return [before, await links.count()];
}
