import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, spine } from "./case-of.ts";
import { choose, fileOf, recordsOf } from "./hand-over.ts";
import { journey } from "./journey.ts";
import { pdfOf } from "./pdf-letter.ts";
import { telephone } from "./viewports.ts";
import type { Visitor } from "./visitor.ts";

const visit = journey({ expected: [/403/, /404/] });

async function openRecords({ page, origin }: Visitor, caseId: string): Promise<void> {
  await page.goto(`${origin}/cases/${caseId}/records`);
  await page.getByRole("heading", { name: "What is there and what is missing" }).waitFor();
}

/** What cannot be had, what is here and what is not needed lies behind the line that counts it. */
async function unfolded({ page }: Visitor) {
  const folded = page.locator(".inventory-folded");
  if ((await folded.getAttribute("open")) === null) await folded.locator("summary").click();
  return folded;
}

/** What is pressed stays under the pointer when its fields come. */
async function chooseAnother(dialog: Locator): Promise<void> {
  const choice = dialog.getByText("A hospital or practice", { exact: true });
  const before = await choice.boundingBox();
  await choice.click();
  await dialog.getByLabel("Their e-mail").waitFor();
  expect((await choice.boundingBox())?.y).toBe(before?.y);
}

/** From the gap: one press opens it, one sends it. Gives the code that is told by telephone. */
async function ask(
  joana: Visitor,
  gap: RegExp,
  hospital?: { readonly name: string; readonly address: string } | "known",
) {
  await unfolded(joana);
  await joana.page.getByRole("button", { name: gap }).click();
  const dialog = joana.page.getByRole("dialog");
  if (hospital === "known") {
    await dialog.getByText(northgate.name, { exact: true }).click();
  } else if (hospital) {
    await chooseAnother(dialog);
    await dialog.getByLabel("Which hospital or practice").fill(hospital.name);
    await dialog.getByLabel("Their e-mail").fill(hospital.address);
  }
  expect(await faultsOf(joana.page)).toEqual([]);
  await dialog.getByRole("button", { name: "Send the request" }).click();
  const sent = joana.page.getByRole("dialog", { name: "The request is sent" });
  await sent.waitFor();
  const code = (await sent.locator(".ask-code-digits").textContent()) ?? "";
  expect(code).toMatch(/^\d{6}$/);
  expect(await faultsOf(joana.page)).toEqual([]);
  await sent.getByRole("button", { name: "Done" }).click();
  await sent.waitFor({ state: "hidden" });
  return code;
}

/** The link in the newest mail to an address. */
async function linkIn({ context, origin }: Visitor, address: string): Promise<string> {
  const answer = await context.request.get(`${origin}/api/session/outbox`);
  const { items }: { items: { address: string; text: string }[] } = await answer.json();
  const mail = items.find((one) => one.address === address);
  const [, fragment] = /\/answer(#[\w-]{43})/.exec(mail?.text ?? "") ?? [];
  expect(mail?.text).not.toMatch(/Obi-Lindqvist|Bone|MRI/);
  return `${origin}/answer${fragment}`;
}

async function type(page: Page, code: string): Promise<void> {
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Open the request" }).tap();
}

const northgate = { name: "Northgate radiology", address: "archive@northgate.example" };

test("a hospital without an account is asked, types the code, sends a file, and the gap closes; another has nothing, a third is withdrawn", async () => {
  const joana = await visit.enter("joana", { viewport: { width: 1440, height: 900 } });
  const caseId = await caseOf(joana, spine);
  await openRecords(joana, caseId);
  const code = await ask(joana, /^Bone density/, northgate);

  const page = await visit.stranger(telephone);
  await page.goto(await linkIn(joana, northgate.address));
  await page.getByRole("heading", { name: "You are asked for a record" }).waitFor();
  expect(await page.locator("body").textContent()).not.toMatch(/Bone|Northgate/);
  expect(await faultsOf(page)).toEqual([]);
  await type(page, code === "000000" ? "000001" : "000000");
  await page.getByText("That is not the code.").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await type(page, code);
  await page.getByRole("heading", { name: "A record is asked for" }).waitFor();
  await page.getByText("Bone density", { exact: true }).waitFor();
  expect(await page.locator("body").textContent()).not.toContain("Obi-Lindqvist");
  expect(await faultsOf(page)).toEqual([]);
  const before = await recordsOf(joana, caseId);
  await choose(page, "Files", [fileOf("bone-density.pdf", pdfOf(["Bone density: T-score -1.2."]))]);
  await page.getByText(/^One file, /).waitFor();
  await page.getByLabel("A note").fill("The only one that we have.");
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "That is all" }).tap();
  await page.getByRole("heading", { name: "Thank you" }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await expect
    .poll(async () => (await recordsOf(joana, caseId)).length, { timeout: 60_000 })
    .toBe(before.length + 1);
  await joana.page.locator(".record-rail").getByText("bone-density", { exact: false }).first().waitFor();
  const line = joana.page.locator(".inventory-folded li", { hasText: "Bone density" });
  await line.getByText(/^Here/).waitFor();

  const second = await ask(joana, /^MRI images and report/, "known");
  await page.goto(await linkIn(joana, northgate.address));
  await page.reload();
  await type(page, second);
  await page.getByRole("button", { name: "We do not have it" }).tap();
  await page.getByLabel("Because").fill("It was never made here.");
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Say that we do not have it" }).tap();
  await page.getByRole("heading", { name: "Thank you" }).waitFor();
  await (await unfolded(joana)).getByText("Not to be had: It was never made here.").waitFor();

  // Again of the same one: one press opens it, one sends it.
  await ask(joana, /^MRI images and report/);
  const third = await linkIn(joana, northgate.address);
  await joana.page.getByRole("button", { name: /^MRI images and report/ }).click();
  const dialog = joana.page.getByRole("dialog");
  await dialog.getByText("By mail to archive@northgate.example").waitFor();
  expect(await faultsOf(joana.page)).toEqual([]);
  await dialog.getByRole("button", { name: "Withdraw the request…" }).click();
  await dialog.getByLabel("Because").fill("They came by post.");
  await dialog.getByRole("button", { name: "Withdraw it" }).click();
  await dialog.waitFor({ state: "hidden" });
  await (await unfolded(joana)).getByText(/the request was withdrawn .*: They came by post\.$/).waitFor();
  await page.goto(third);
  await page.reload();
  await page.getByRole("heading", { name: "Nothing is needed any more" }).waitFor();
  await page.getByText("This request was taken back.", { exact: false }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
});
