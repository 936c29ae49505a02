import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, detailOf, oncology, tell } from "./case-of.ts";
import { goToEnd, section, waitUntilSaved, typeAndKeep } from "./desk.ts";
import { journey } from "./journey.ts";
import { keptOnDevice } from "./kept-on-device.ts";
import { answered, noNetwork } from "./received.ts";
import { offline, type Visitor } from "./visitor.ts";

const visit = journey({ expected: [answered(403), answered(404), noNetwork] });

/** Writes something that is saved, and something without a connection. Returns how the connection comes back. */
async function writeOffline({ page }: Visitor, editor: Locator): Promise<() => Promise<void>> {
  await goToEnd(editor);
  await editor.pressSequentially(" Known to all.");
  await waitUntilSaved(page);
  const back = await offline(page);
  await typeAndKeep(page, editor, " Known to nobody.");
  return back;
}

/** Their own words are all that is given back, and gone from the device once they say so. */
async function takeBack(page: Page, heading: string): Promise<void> {
  await page.getByText("You can no longer see this case").waitFor();
  await page.getByText(heading).waitFor();
  expect(await page.locator("blockquote").allTextContents()).toEqual(["Known to nobody."]);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Discard" }).click();
  await page.locator("blockquote").waitFor({ state: "detached" });
  expect(await keptOnDevice(page)).toEqual([]);
}

async function openReferral({ page, origin }: Visitor, caseId: string): Promise<Locator> {
  await page.goto(`${origin}/cases/${caseId}/referral/summary`);
  return section(page, "Case summary");
}

const title = "Referral: what you wrote and was not saved";

test("[SY-14] a seat ended while its referrer had no connection: the words that were not saved are given back on the page", async () => {
  const [adaeze, joana] = await Promise.all([visit.enter("adaeze"), visit.enter("joana")]);
  const caseId = await caseOf(adaeze, oncology);
  const { seat } = await detailOf(adaeze, caseId);
  const back = await writeOffline(adaeze, await openReferral(adaeze, caseId));
  expect((await tell(joana, `/cases/${caseId}/seats/${seat.id}/end`)).status()).toBe(200);
  await back();
  await takeBack(adaeze.page, title);
});

test("[SY-7] [SY-14] a seat ended while the page was closed: the words kept on the device are given back by the next page", async () => {
  const [adaeze, joana] = await Promise.all([visit.enter("adaeze"), visit.enter("joana")]);
  const caseId = await caseOf(joana, oncology);
  const given = await tell(joana, `/cases/${caseId}/seats`, {
    email: "referrer@demo.test",
    role: "referrer",
  });
  expect(given.status()).toBe(201);
  const { seat } = await detailOf(adaeze, caseId);
  const back = await writeOffline(adaeze, await openReferral(adaeze, caseId));
  await adaeze.page.close();
  expect((await tell(joana, `/cases/${caseId}/seats/${seat.id}/end`)).status()).toBe(200);
  await back();
  const page = await adaeze.context.newPage();
  await page.goto(`${adaeze.origin}/cases/${caseId}`);
  await takeBack(page, title);
});
