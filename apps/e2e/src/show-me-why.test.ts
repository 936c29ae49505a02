import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, oncology, tell } from "./case-of.ts";
import { chosen, commentOnChosen } from "./chosen.ts";
import { findings, goToEnd, section, waitUntilSaved } from "./desk.ts";
import { fileOf, handOver, recordWith } from "./hand-over.ts";
import { journey } from "./journey.ts";
import { pdfOf } from "./pdf-letter.ts";
import type { Visitor } from "./visitor.ts";
import { chooseWords } from "./words.ts";

const visit = journey();

/** The opinion's findings, and a record beside them. */
async function openFindings({ page, origin }: Visitor, caseId: string, record?: string): Promise<Locator> {
  const search = record === undefined ? "" : `?record=${record}`;
  await page.goto(`${origin}/cases/${caseId}/opinion/${findings.address}${search}`);
  const editor = section(page, findings.name);
  await editor.waitFor();
  return editor;
}

const newestLink = (editor: Locator): Locator => editor.locator("a.evidence").last();

/** Which sentences rely on the record that is open. */
const reliedOn = (page: Page): Locator => page.locator(".relied-on:not([data-of-mark])").getByRole("link");

/** Writes a sentence at the end of the findings, which ends with a link to what is chosen of the record. */
async function relyOnChosen(page: Page, editor: Locator, sentence: string): Promise<void> {
  await goToEnd(editor);
  await page.keyboard.press("Enter");
  await page.keyboard.insertText(`${sentence} `);
  const before = await editor.locator("a.evidence").count();
  await chosen(page).getByRole("button", { name: "Link as evidence" }).click();
  await expect.poll(() => editor.locator("a.evidence").count()).toBe(before + 1);
  await waitUntilSaved(page);
}

/** A laboratory value that a sentence of the findings relies on. */
async function valueReliedOn(ingrid: Visitor, caseId: string, sentence: string): Promise<string> {
  const record = await recordWith(ingrid, caseId, "laboratory");
  const editor = await openFindings(ingrid, caseId, record);
  await ingrid.page.locator("button.laboratory-cell").last().click();
  await relyOnChosen(ingrid.page, editor, sentence);
  return record;
}

const isMarked = (page: Page): Promise<boolean> => page.evaluate(() => CSS.highlights.has("sentence"));

test("from a sentence to the value it relies on and back, by the keyboard; a link taken out disappears", async () => {
  const [ingrid, tomasz] = await Promise.all([visit.enter("ingrid"), visit.enter("tomasz")]);
  const caseId = await caseOf(ingrid, oncology);
  await valueReliedOn(ingrid, caseId, "The last value fell again");
  const { page } = tomasz;
  const read = await openFindings(tomasz, caseId);
  const link = newestLink(read);
  await link.focus();
  await page.keyboard.press("Enter");
  await page.locator(".laboratory-cell[data-lit]").waitFor();
  const back = reliedOn(page).filter({ hasText: "The last value fell again" });
  await back.waitFor();
  expect(await back.getAttribute("aria-current")).toBe("location");
  expect(await faultsOf(page)).toEqual([]);
  await page.evaluate(() => scrollTo(0, 0));
  await back.focus();
  await page.keyboard.press("Enter");
  await page.locator("a.evidence:focus").and(link).waitFor();
  expect(await isMarked(page)).toBe(true);
  await expect.poll(() => new URL(page.url()).searchParams.has("sentence")).toBe(false);
  await expect.poll(() => isMarked(page), { timeout: 10_000 }).toBe(false);

  await goToEnd(section(ingrid.page, findings.name));
  await ingrid.page.keyboard.press("Backspace");
  await ingrid.page.keyboard.press("Backspace");
  await waitUntilSaved(ingrid.page);
  await back.waitFor({ state: "detached" });
});

test("a mark of the record names the sentence that relies on its words, at the mark and in the list of all marks", async () => {
  const ingrid = await visit.enter("ingrid");
  const { page } = ingrid;
  const caseId = await caseOf(ingrid, oncology);
  await handOver(ingrid, caseId, [
    fileOf("Telephone note.txt", Buffer.from("She called on Monday.\n\nThe pain is gone.")),
  ]);
  await page.getByText("One file became 1 note.").waitFor();
  const record = await recordWith(ingrid, caseId, "note", "Telephone note");
  const editor = await openFindings(ingrid, caseId, record);
  const body = page.locator(".record-body");
  await chooseWords(body, "pain is gone");
  await commentOnChosen(page, "pain is gone", {
    kind: "Comment",
    words: "Since when?",
    audience: "Clinicians",
  });
  await goToEnd(editor);
  await page.keyboard.press("Enter");
  await page.keyboard.insertText("She has no pain. ");
  await chooseWords(body, "pain is gone");
  await chosen(page).getByRole("button", { name: "Link as evidence" }).click();
  const atMark = page.locator(".record-threads").getByRole("link", { name: /She has no pain\./ });
  await atMark.waitFor();
  await page.getByRole("navigation", { name: "Records" }).getByText("Marks", { exact: true }).click();
  const inList = page.locator(".mark-groups").getByRole("link", { name: /^Findings/ });
  await inList.filter({ hasText: "She has no pain." }).click();
  await page.locator("a.evidence:focus").and(newestLink(editor)).waitFor();
  expect(await faultsOf(page)).toEqual([]);
});

test("on a telephone the way back leads from the record's own page to the sentence, which is in sight", async () => {
  const telephone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const [ingrid, tomasz] = await Promise.all([visit.enter("ingrid"), visit.enter("tomasz", telephone)]);
  const caseId = await caseOf(ingrid, oncology);
  const record = await valueReliedOn(ingrid, caseId, "On the telephone it is read too");
  const { page, origin } = tomasz;
  await page.goto(`${origin}/cases/${caseId}/records/${record}`);
  await page.locator(".laboratory-cell").first().waitFor();
  const all = page.getByRole("button", { name: /^Show all \d+ sentences$/ });
  const back = reliedOn(page).filter({ hasText: "On the telephone it is read too" });
  await all.or(back).first().waitFor();
  if ((await back.count()) === 0) await all.click();
  expect(await faultsOf(page)).toEqual([]);
  await back.click();
  await page.waitForURL(/\/opinion\/findings/);
  const link = newestLink(section(page, findings.name));
  await expect
    .poll(() =>
      link.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top > 0 && bottom < innerHeight && document.activeElement === element;
      }),
    )
    .toBe(true);
});

test("a sentence whose place a newer version has not is told as orphaned; who may not read the draft sees no sentence", async () => {
  const [ingrid, adaeze, marisol] = await Promise.all([
    visit.enter("ingrid"),
    visit.enter("adaeze"),
    visit.enter("marisol"),
  ]);
  const caseId = await caseOf(ingrid, oncology);
  await handOver(adaeze, caseId, [fileOf("Ward note.txt", Buffer.from("The wound is dry and closed."))]);
  await adaeze.page.getByText("One file became 1 note.").waitFor();
  const earlier = await recordWith(ingrid, caseId, "note", "Ward note");
  const editor = await openFindings(ingrid, caseId, earlier);
  const { page } = ingrid;
  await chooseWords(page.locator(".record-body"), "dry and closed");
  await relyOnChosen(page, editor, "The wound has healed");
  await reliedOn(page).filter({ hasText: "The wound has healed" }).waitFor();

  await marisol.page.goto(`${marisol.origin}/cases/${caseId}/records/${earlier}`);
  await marisol.page.getByText("The wound is dry and closed.").waitFor();
  expect(await reliedOn(marisol.page).count()).toBe(0);

  await handOver(adaeze, caseId, [fileOf("Ward note 2.txt", Buffer.from("The dressing was changed."))]);
  await adaeze.page.getByText("One file became 1 note.").waitFor();
  const newer = await recordWith(ingrid, caseId, "note", "Ward note 2");
  const said = await tell(adaeze, `/cases/${caseId}/records/${newer}/earlier/${earlier}`);
  expect(said.status()).toBe(200);
  await editor
    .locator("a.evidence[data-lost]")
    .filter({ hasText: /^Place not found: Ward note/ })
    .waitFor();
  await page.goto(`${page.url().split("?")[0] ?? ""}?record=${newer}`);
  await reliedOn(page)
    .filter({ hasText: "The wound has healed" })
    .getByText(/^Place not found/)
    .waitFor();
});

test("a comment on a page stays with the version that it was made on, says so, and leads there", async () => {
  const [ingrid, adaeze] = await Promise.all([visit.enter("ingrid"), visit.enter("adaeze")]);
  const caseId = await caseOf(ingrid, oncology);
  const deliver = async (name: string, ...pages: readonly string[]) => {
    await handOver(adaeze, caseId, [fileOf(`${name}.pdf`, pdfOf([...pages]))]);
    await adaeze.page.getByText("One file became 1 document.").waitFor();
    return recordWith(ingrid, caseId, "document", name);
  };
  const earlier = await deliver("Clinic letter one", "She came in May.", "The margin was two millimetres.");
  const { page, origin } = ingrid;
  await page.goto(`${origin}/cases/${caseId}/records/${earlier}`);
  const words = page.locator('.paper-page[data-page="2"] .paper-words');
  await words.getByText("The margin was").waitFor();
  await chooseWords(words, "two millimetres");
  await commentOnChosen(page, "two millimetres", {
    kind: "Comment",
    words: "Is that the real margin?",
    audience: "Clinicians",
  });
  const newer = await deliver("Clinic letter two", "She came in May.", "The margin was three millimetres.");
  expect((await tell(adaeze, `/cases/${caseId}/records/${newer}/earlier/${earlier}`)).status()).toBe(200);
  await page.goto(`${origin}/cases/${caseId}/records/${newer}`);
  await page.getByText(/^This mark was made on .*earlier version/).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("link", { name: "Open that version at page 2" }).click();
  await page.locator('.paper-page[data-page="2"] .paper-mark[data-look="thread"]').waitFor();
  await page.getByText(/^This is an earlier version/).waitFor();
});
