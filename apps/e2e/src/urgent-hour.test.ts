import { openDatabase } from "@consilium/database";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, oncology } from "./case-of.ts";
import { journey } from "./journey.ts";
import { openRecommendations, sign } from "./sign-opinion.ts";
import { telephone } from "./viewports.ts";
import type { Visitor } from "./visitor.ts";

const visit = journey();

const words = "Free air below the diaphragm. A surgeon today.";

/** As if it had been raised an hour and a minute ago; the sweep of the next minute finds it. */
async function passAnHour(): Promise<void> {
  const open = await openDatabase(visit.database ?? "");
  const back = "interval '61 minutes'";
  const { rowCount } = await open.query(
    `update urgent_finding set raised_at = raised_at - ${back}, due_at = due_at - ${back}`,
  );
  await open.close();
  expect(rowCount).toBe(1);
}

async function actsOf(): Promise<readonly string[]> {
  const open = await openDatabase(visit.database ?? "");
  const { rows } = await open.query<{ act: string; body: string }>(
    "select act, body::text as body from audit where act like 'urgent.%' order by id",
  );
  await open.close();
  expect(rows.some(({ body }) => body.includes("diaphragm"))).toBe(false);
  return rows.map(({ act }) => act);
}

const notice = ({ page }: Visitor) => page.locator(".urgent");

test("an urgent finding that nobody takes on for an hour goes to whoever coordinates and the second contact, and is then taken on", async () => {
  const [ingrid, adaeze, tomasz, joana, marisol] = await Promise.all([
    visit.enter("ingrid"),
    visit.enter("adaeze", telephone),
    visit.enter("tomasz"),
    visit.enter("joana"),
    visit.enter("marisol", telephone),
  ]);
  const caseId = await caseOf(ingrid, oncology);
  for (const { page, origin } of [adaeze, tomasz, joana, marisol])
    await page.goto(`${origin}/cases/${caseId}/records`);

  await ingrid.page.goto(`${ingrid.origin}/cases/${caseId}/opinion/findings`);
  await ingrid.page.getByRole("button", { name: "Raise an urgent finding…" }).click();
  const dialog = ingrid.page.getByRole("dialog");
  await dialog.getByLabel("What you found, and what it needs").fill(words);
  await dialog.getByRole("group", { name: "Who is to act on it" }).getByText("Dr Adaeze Okonkwo").click();
  await dialog.getByRole("group", { name: "Second contact" }).getByText("Dr Tomasz Wierzbicki").click();
  await dialog.getByLabel("How you reached them besides").fill("By telephone, nobody answered.");
  // A telephone that is turned lays the page out anew; what is written stays.
  await ingrid.page.setViewportSize({ width: 390, height: 844 });
  expect(await dialog.getByLabel("What you found, and what it needs").inputValue()).toBe(words);
  expect(await faultsOf(ingrid.page)).toEqual([]);
  await ingrid.page.setViewportSize({ width: 1440, height: 900 });
  expect(await faultsOf(ingrid.page)).toEqual([]);
  await dialog.getByRole("button", { name: "Tell them now" }).click();
  await dialog.waitFor({ state: "hidden" });

  for (const visitor of [ingrid, adaeze, tomasz])
    await notice(visitor).getByText(`Urgent: ${words}`).waitFor();
  await notice(joana).getByText("An urgent finding waits.").waitFor();
  await adaeze.page.getByRole("button", { name: "What you were told of, 1 new" }).waitFor();
  expect(await notice(ingrid).getByRole("button", { name: "I have it" }).count()).toBe(0);
  expect(await faultsOf(adaeze.page)).toEqual([]);

  await passAnHour();
  const passedOn = /The hour is over: at \d\d:\d\d whoever coordinates and Dr Tomasz Wierzbicki were told\./;
  await notice(joana).getByText(passedOn).waitFor({ timeout: 90_000 });
  await joana.page.getByRole("button", { name: "What you were told of, 1 new" }).waitFor();
  await notice(tomasz).getByText(passedOn).waitFor();
  await notice(tomasz).getByText("Besides: By telephone, nobody answered.").waitFor();
  await notice(tomasz).getByRole("button", { name: "I have it" }).click();
  for (const visitor of [ingrid, adaeze, tomasz])
    await notice(visitor).getByText(`Urgent finding taken on: ${words}`).waitFor();
  await notice(joana)
    .getByText(/Dr Tomasz Wierzbicki has it since /)
    .waitFor();
  expect(await actsOf()).toEqual(["urgent.raised", "urgent.escalated", "urgent.acknowledged"]);
  expect(await notice(marisol).count()).toBe(0);
  expect(await marisol.received.find([words, "diaphragm"])).toEqual([]);
  expect(await joana.received.find(["diaphragm"])).toEqual([]);

  await openRecommendations(ingrid, caseId);
  await sign(ingrid);
  const inReport = ingrid.page.getByRole("region", { name: "Urgent findings" });
  await inReport.getByText(/ Raised by Dr Ingrid Hallström .*, to Dr Adaeze Okonkwo\./).waitFor();
  await inReport
    .getByText(/Dr Tomasz Wierzbicki took it on .* Besides: By telephone, nobody answered\./)
    .waitFor();
  expect(await faultsOf(ingrid.page)).toEqual([]);
}, 400_000);

test("somebody raises one from the menu of a record by the keyboard, and its recipient takes it on", async () => {
  const [adaeze, ingrid] = await Promise.all([visit.enter("adaeze"), visit.enter("ingrid")]);
  const caseId = await caseOf(adaeze, oncology);
  await adaeze.page.goto(`${adaeze.origin}/cases/${caseId}/records`);
  await adaeze.page
    .getByRole("link", { name: /Colonoscopy|Pathology|CT/ })
    .first()
    .click();
  await adaeze.page.getByRole("button", { name: "More for this record" }).press("Enter");
  await adaeze.page.getByRole("menuitem", { name: "Raise an urgent finding…" }).press("Enter");
  const dialog = adaeze.page.getByRole("dialog");
  const what = "Potassium of 6.9.";
  await dialog.getByLabel("What you found, and what it needs").fill(what);
  await dialog.getByRole("radio", { name: "Dr Ingrid Hallström" }).first().press("Space");
  await dialog.getByRole("button", { name: "Tell them now" }).press("Enter");
  await dialog.waitFor({ state: "hidden" });
  await ingrid.page.goto(`${ingrid.origin}/cases/${caseId}/opinion/summary`);
  const waiting = notice(ingrid).filter({ hasText: what });
  await waiting.getByText(/for you\. Say by \d\d:\d\d that you have it\./).waitFor();
  expect(await faultsOf(ingrid.page)).toEqual([]);
  await waiting.getByRole("button", { name: "I have it" }).press("Enter");
  await notice(adaeze).getByText(`Urgent finding taken on: ${what}`).waitFor();
});
