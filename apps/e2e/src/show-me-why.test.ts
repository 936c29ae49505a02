import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { ask, caseOf, oncology, tell } from "./case-of.ts";
import { chosen, commentOnChosen } from "./chosen.ts";
import { findings, goToEnd, openSection, section, waitUntilSaved } from "./desk.ts";
import { laboratoryOf } from "./fhir-bundle.ts";
import { fileOf, handOver, recordsOf, recordWith } from "./hand-over.ts";
import { journey } from "./journey.ts";
import { pdfOf } from "./pdf-letter.ts";
import type { Visitor } from "./visitor.ts";
import { chooseWords } from "./words.ts";

const visit = journey();

const newestLink = (editor: Locator): Locator => editor.locator("a.evidence").last();

/** Which sentences rely on the record that is open. */
const reliedOn = (page: Page): Locator => page.locator(".relied-on:not([data-of-mark])").getByRole("link");

interface Reliance {
  /** Of the note, and its text. */
  readonly note: string;
  readonly text: string;
  /** Of the text, that the sentence relies on. */
  readonly words: string;
  readonly sentence: string;
}

/** Writes a sentence at the end of the findings, which ends with a link to words of the record beside them. */
async function relyOnWords(page: Page, editor: Locator, { words, sentence }: Reliance): Promise<void> {
  await goToEnd(editor);
  await page.keyboard.press("Enter");
  await page.keyboard.insertText(`${sentence} `);
  const before = await editor.locator("a.evidence").count();
  await chooseWords(page.locator(".record-body"), words);
  await chosen(page).getByRole("button", { name: "Link as evidence" }).click();
  await expect.poll(() => editor.locator("a.evidence").count()).toBe(before + 1);
  await waitUntilSaved(page);
}

/** Until a file that was handed over is a record of this name. */
const untilRecord = ({ page }: Visitor, name: string): Promise<void> =>
  page.getByRole("link", { name, exact: true }).first().waitFor();

/** A note that the referrer hands over, beside the findings. */
async function openNote(ingrid: Visitor, adaeze: Visitor, caseId: string, { note, text }: Reliance) {
  await handOver(adaeze, caseId, [fileOf(`${note}.txt`, Buffer.from(text))]);
  await untilRecord(adaeze, note);
  const record = await recordWith(ingrid, caseId, "note", note);
  const editor = await openSection(ingrid, caseId, findings, record);
  await ingrid.page
    .locator(".record-body")
    .getByText(text.split("\n")[0] ?? "")
    .waitFor();
  return { record, editor };
}

const isMarked = (page: Page): Promise<boolean> => page.evaluate(() => CSS.highlights.has("sentence"));

test("from a sentence to the words it relies on and back, by the keyboard; a link taken out disappears", async () => {
  const [ingrid, adaeze, tomasz] = await Promise.all([
    visit.enter("ingrid"),
    visit.enter("adaeze"),
    visit.enter("tomasz"),
  ]);
  const caseId = await caseOf(ingrid, oncology);
  const reliance = {
    note: "Nurse note",
    text: "She walks two miles a day.",
    words: "two miles",
    sentence: "She is strong enough",
  };
  const { editor } = await openNote(ingrid, adaeze, caseId, reliance);
  await relyOnWords(ingrid.page, editor, reliance);
  const { page } = tomasz;
  const link = newestLink(await openSection(tomasz, caseId, findings));
  await link.focus();
  await page.keyboard.press("Enter");
  await page.locator('.record-mark[data-look="lit"]').waitFor();
  const back = reliedOn(page).filter({ hasText: "She is strong enough" });
  await back.waitFor();
  expect(await back.getAttribute("aria-current")).toBe("location");
  expect(await faultsOf(page)).toEqual([]);
  await back.focus();
  await page.keyboard.press("Enter");
  await page.locator("a.evidence:focus").and(link).waitFor();
  expect(await isMarked(page)).toBe(true);
  await expect.poll(() => new URL(page.url()).searchParams.has("sentence")).toBe(false);
  await expect.poll(() => isMarked(page), { timeout: 10_000 }).toBe(false);

  await goToEnd(editor);
  await ingrid.page.keyboard.press("ControlOrMeta+z");
  await ingrid.page.keyboard.press("ControlOrMeta+z");
  await editor.getByText("Nurse note").waitFor({ state: "detached" });
  await waitUntilSaved(ingrid.page);
  await back.waitFor({ state: "detached" });
});

test("a mark of the record names the sentence that relies on its words, at the mark and in the list of all marks", async () => {
  const [ingrid, adaeze] = await Promise.all([visit.enter("ingrid"), visit.enter("adaeze")]);
  const { page } = ingrid;
  const caseId = await caseOf(ingrid, oncology);
  const reliance = {
    note: "Telephone note",
    text: "She called on Monday.\n\nThe pain is gone.",
    words: "pain is gone",
    sentence: "She has no pain.",
  };
  const { editor } = await openNote(ingrid, adaeze, caseId, reliance);
  await chooseWords(page.locator(".record-body"), reliance.words);
  await commentOnChosen(page, reliance.words, {
    kind: "Comment",
    words: "Since when?",
    audience: "Clinicians",
  });
  await relyOnWords(page, editor, reliance);
  await page
    .locator(".record-threads")
    .getByRole("link", { name: /She has no pain\./ })
    .waitFor();
  await page.goto(page.url().replace(/opinion.*$/, "records"));
  await page.getByRole("navigation", { name: "Records" }).getByText("Marks", { exact: true }).click();
  await page.locator(".mark-groups .relied-on-link").filter({ hasText: "She has no pain." }).click();
  await page.waitForURL(/\/opinion\/findings/);
  await page
    .locator("a.evidence:focus")
    .and(newestLink(section(page, findings.name)))
    .waitFor();
  expect(await faultsOf(page)).toEqual([]);
});

test("on a telephone the way back leads from the record's own page to the sentence, which is in sight", async () => {
  const telephone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const [ingrid, adaeze, tomasz] = await Promise.all([
    visit.enter("ingrid"),
    visit.enter("adaeze"),
    visit.enter("tomasz", telephone),
  ]);
  const caseId = await caseOf(ingrid, oncology);
  const reliance = {
    note: "Diet note",
    text: "She eats three meals a day.",
    words: "three meals",
    sentence: "She eats well",
  };
  const { record, editor } = await openNote(ingrid, adaeze, caseId, reliance);
  await relyOnWords(ingrid.page, editor, reliance);
  const { page, origin } = tomasz;
  await page.goto(`${origin}/cases/${caseId}/records/${record}`);
  const back = reliedOn(page).filter({ hasText: "She eats well" });
  await back.waitFor();
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
  const reliance = {
    note: "Ward note",
    text: "The wound is dry and closed.",
    words: "dry and closed",
    sentence: "The wound has healed",
  };
  const { record: earlier, editor } = await openNote(ingrid, adaeze, caseId, reliance);
  const { page } = ingrid;
  await relyOnWords(page, editor, reliance);
  await reliedOn(page).filter({ hasText: "The wound has healed" }).waitFor();

  await marisol.page.goto(`${marisol.origin}/cases/${caseId}/records/${earlier}`);
  await marisol.page.getByText("The wound is dry and closed.", { exact: true }).waitFor();
  expect(await reliedOn(marisol.page).count()).toBe(0);

  await handOver(adaeze, caseId, [fileOf("Ward note 2.txt", Buffer.from("The dressing was changed."))]);
  await untilRecord(adaeze, "Ward note 2");
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

test("a value that a newer version corrects is told in the sentence and beside the record: what it was, and what it is", async () => {
  const [ingrid, adaeze] = await Promise.all([visit.enter("ingrid"), visit.enter("adaeze")]);
  const caseId = await caseOf(ingrid, oncology);
  const { patient } = await ask<{ patient: { name: string; born: string } }>(ingrid, `/cases/${caseId}`);
  const [given = "", ...family] = patient.name.split(" ");
  const person = { given, family: family.join(" "), birthDate: patient.born };
  const results = async () =>
    (await recordsOf(ingrid, caseId)).flatMap(({ id, kind }) => (kind === "laboratory" ? [id] : []));
  const deliver = async (value: number): Promise<string> => {
    const before = await results();
    const file = Buffer.from(JSON.stringify(laboratoryOf(person, value)));
    await handOver(adaeze, caseId, [fileOf(`Creatinine ${value}.json`, file)]);
    const added = async () => (await results()).find((id) => !before.includes(id));
    await expect.poll(added).toBeDefined();
    return (await added()) ?? "";
  };
  const earlier = await deliver(66);
  const { page, origin } = ingrid;
  const editor = await openSection(ingrid, caseId, findings, earlier);
  await goToEnd(editor);
  await page.locator("button.laboratory-cell").last().click();
  await chosen(page).getByRole("button", { name: "Link as evidence" }).click();
  await newestLink(editor).filter({ hasText: "Creatinine 66 µmol/L, 1 Mar 2026" }).waitFor();
  await waitUntilSaved(page);

  const newer = await deliver(96);
  expect((await tell(adaeze, `/cases/${caseId}/records/${newer}/earlier/${earlier}`)).status()).toBe(200);
  const change = "was 66 µmol/L on 1 Mar 2026, now 96 µmol/L";
  await editor
    .locator("a.evidence[data-corrected]")
    .filter({ hasText: `Creatinine, corrected since: ${change}` })
    .waitFor();
  await page.goto(`${origin}/cases/${caseId}/records/${newer}`);
  await page.locator(".relied-on").getByText(`Corrected since: ${change}.`).waitFor();
  expect(await faultsOf(page)).toEqual([]);
});

test("a comment on a page stays with the version that it was made on, says so, and leads there", async () => {
  const [ingrid, adaeze] = await Promise.all([visit.enter("ingrid"), visit.enter("adaeze")]);
  const caseId = await caseOf(ingrid, oncology);
  const deliver = async (name: string, ...pages: readonly string[]) => {
    await handOver(adaeze, caseId, [fileOf(`${name}.pdf`, pdfOf([...pages]))]);
    await untilRecord(adaeze, name);
    return recordWith(ingrid, caseId, "document", name);
  };
  const earlier = await deliver("Clinic letter one", "She came in May.", "The margin was two millimetres.");
  const { page, origin } = ingrid;
  await openSection(ingrid, caseId, findings, earlier);
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
