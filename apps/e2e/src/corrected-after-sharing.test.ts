import { pathToFileURL } from "node:url";
import { openDatabase } from "@consilium/database";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { more } from "./after-report.ts";
import { caseOf, oncology } from "./case-of.ts";
import { journey } from "./journey.ts";
import { answered } from "./received.ts";
import { download, enterPasscode, shareByLink } from "./shared-report.ts";
import { openRecommendations, sign } from "./sign-opinion.ts";
import { desk } from "./viewports.ts";
import type { Visitor } from "./visitor.ts";

const visit = journey({ expected: [answered(403), answered(404)] });

const telephone = { viewport: { width: 390, height: 844 }, hasTouch: true };

test("a report is shared by a link and as files; once it is corrected, the link, its code and the app say so at once", async () => {
  const [ingrid, adaeze] = await Promise.all([visit.enter("ingrid", desk), visit.enter("adaeze", desk)]);
  const caseId = await caseOf(ingrid, oncology);
  await openRecommendations(ingrid, caseId);
  await sign(ingrid);
  await adaeze.page.goto(`${adaeze.origin}/cases/${caseId}/opinion/question`);
  await openReport(adaeze, 1);
  const link = await shareByLink(adaeze, "Dr Ruiz, the family doctor");
  const ruiz = await visit.stranger(telephone);
  await enterPasscode(ruiz, link.address, link.passcode);
  await ruiz.getByText(/^Second opinion, signed .*Version 1\.$/).waitFor();
  expect(await faultsOf(ruiz)).toEqual([]);
  const printed = await downloadBoth(adaeze);
  const paper = await visit.stranger(desk);
  await paper.goto(printed.checkAddress);
  await paper.getByText("It stands.").waitFor();

  await correct(ingrid, caseId);
  for (const page of [ruiz, adaeze.page])
    await page.getByText(/^Corrected .* This version no longer stands\.$/).waitFor();
  expect(await faultsOf(ruiz)).toEqual([]);
  expect(await faultsOf(adaeze.page)).toEqual([]);
  await acknowledgeChange(adaeze.page);
  await paper.reload();
  await paper.getByText(/^It no longer stands: it was corrected /).waitFor();
  expect(await faultsOf(paper)).toEqual([]);
  await enterPasscode(ruiz, link.address, link.passcode);
  await ruiz.getByText(/^Corrected .* This version no longer stands\.$/).waitFor();
  await ruiz.getByText("The dose of the second medicine.").waitFor();

  await adaeze.page.getByRole("link", { name: "Open version 2" }).click();
  await adaeze.page.getByText(/^Second opinion, signed .*Version 2\.$/).waitFor();
}, 300_000);

test("the correction is taken back: its link, its code and the app say at once that nobody may rely on it", async () => {
  const [ingrid, adaeze] = await Promise.all([visit.enter("ingrid", desk), visit.enter("adaeze", desk)]);
  const caseId = await caseOf(ingrid, oncology);
  for (const { page, origin } of [ingrid, adaeze])
    await page.goto(`${origin}/cases/${caseId}/opinion/question`);
  await openReport(ingrid, 2);
  await openReport(adaeze, 2);
  const link = await shareByLink(adaeze, "Dr Ruiz, the newer one");
  const ruiz = await visit.stranger(telephone);
  await enterPasscode(ruiz, link.address, link.passcode);
  await ruiz.getByText(/^Second opinion, signed .*Version 2\.$/).waitFor();
  const printed = await downloadBoth(adaeze);

  await takeBack(ingrid);
  for (const page of [ruiz, adaeze.page])
    await page
      .getByText(/^Retracted .* Do not rely on it\.$/)
      .first()
      .waitFor();
  expect(await faultsOf(ruiz)).toEqual([]);
  await acknowledgeChange(adaeze.page);
  const paper = await visit.stranger(desk);
  await paper.goto(printed.checkAddress);
  await paper.getByText(/^Do not rely on it: it was taken back /).waitFor();
  expect(await faultsOf(paper)).toEqual([]);
}, 300_000);

test("a link that is guessed, one that has ended by its date and one with five wrong passcodes open nothing", async () => {
  const marisol = await visit.enter("marisol", telephone);
  const caseId = await caseOf(marisol, "CN-4756");
  await marisol.page.goto(`${marisol.origin}/cases/${caseId}/opinion/plain`);
  await marisol.page.getByRole("link", { name: "The whole report" }).click();
  await marisol.page.getByRole("heading", { level: 1 }).waitFor();
  const { address, passcode } = await shareByLink(marisol, "Dr Ruiz");
  const wrong = passcode === "000000" ? "000001" : "000000";
  const page = await visit.stranger(telephone);
  await enterPasscode(page, address.replace(/#.*/, `#${"A".repeat(43)}`), passcode);
  await page.getByText("This link opens nothing.").waitFor();
  expect(await faultsOf(page)).toEqual([]);

  await page.goto("about:blank");
  await page.goto(address);
  for (let tried = 1; tried <= 6; tried += 1) {
    const answer = page.waitForResponse(/\/links\/opening/);
    await page.getByLabel("Passcode").fill(wrong);
    await page.getByRole("button", { name: "Open the report" }).click();
    expect((await answer).status()).toBe(tried <= 5 ? 403 : 404);
  }
  await page.getByText("This link opens nothing.").waitFor();
  await enterPasscode(page, address, passcode);
  await page.getByText("This link opens nothing.").waitFor();
  await more(marisol, "Share with another doctor…");
  await marisol.page.getByText("Closed after five wrong passcodes. Never opened.").waitFor();
  expect(await faultsOf(marisol.page)).toEqual([]);
  await marisol.page.keyboard.press("Escape");

  const other = await shareByLink(marisol, "Dr Ruiz, once more");
  await passEightDays();
  await enterPasscode(page, other.address, other.passcode);
  await page.getByText("This link opens nothing.").waitFor();
});

async function openReport({ page }: Visitor, version: number): Promise<void> {
  await page.getByRole("link", { name: "Open the report" }).click();
  await page.getByText(new RegExp(`^Second opinion, signed .*Version ${version}\\.$`)).waitFor();
}

/** The PDF, and the page that checks itself: opened from the disk, it says what it is and where to ask. */
async function downloadBoth(reader: Visitor): Promise<{ readonly checkAddress: string }> {
  const pdf = await download(reader, "PDF");
  expect(pdf.bytes.subarray(0, 5).toString()).toBe("%PDF-");
  const file = await download(reader, "One page that checks itself, for any browser");
  const page = await visit.stranger(desk);
  await page.goto(pathToFileURL(file.path).href);
  await page.locator("#state.unchanged").waitFor();
  const said = await page.getByRole("status").innerText();
  const [address] = /\S+\/v\/[0-9a-f-]{14}/.exec(said) ?? [];
  await page.close();
  return { checkAddress: `http://${address}` };
}

async function correct(author: Visitor, caseId: string): Promise<void> {
  await more(author, "Correct it…");
  await author.page.getByLabel("What is wrong").fill("The dose of the second medicine.");
  await author.page.getByRole("button", { name: "Begin a correction" }).click();
  await openRecommendations(author, caseId);
  await sign(author);
  await author.page.getByText(/^Second opinion, signed .*Version 2\.$/).waitFor();
}

async function takeBack(author: Visitor): Promise<void> {
  await more(author, "Take it back…");
  await author.page.getByRole("textbox", { name: "Why" }).fill("The images were of somebody else.");
  await author.page.getByRole("button", { name: "Take it back", exact: true }).click();
}

/** Whoever had opened it is asked to say that they know. */
async function acknowledgeChange(page: Page): Promise<void> {
  await page.getByRole("button", { name: "I know" }).click();
  await page.getByRole("button", { name: "I know" }).waitFor({ state: "hidden" });
}

/** As if all links had been made eight days ago. */
async function passEightDays(): Promise<void> {
  const open = await openDatabase(visit.database ?? "");
  await open.query("update report_link set expires_at = expires_at - interval '8 days'");
  await open.close();
}
