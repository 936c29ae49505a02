import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { ask, cardiology, caseOf, oncology } from "./case-of.ts";
import { journey } from "./journey.ts";

const visit = journey();

/** Whatever answers to this is held back until it is let go. */
async function holdBack(page: Page, answers: RegExp): Promise<() => Promise<void>> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(answers, async (route) => {
    await promise;
    await route.continue();
  });
  return async () => {
    resolve();
    await page.unrouteAll({ behavior: "wait" });
  };
}

test.each([
  ["a case", /\/api\/cases\/[^/]+(\?|$)/, ""],
  ["a report", /\/api\/cases\/[^/]+\/reports(\?|$)/, "/report/01KDVDNA00TN9P6MHT5FWG4V99"],
  ["the people of a case", /\/api\/cases\/[^/]+\/seats(\?|$)/, "/people"],
  ["the conferences of a case", /\/api\/cases\/[^/]+\/conferences(\?|$)/, "/conferences"],
] as const)(
  "%s that is still on its way has its heading, and axe finds nothing",
  async (_, answers, place) => {
    const adaeze = await visit.enter("adaeze");
    const caseId = await caseOf(adaeze, oncology);
    const { page, origin } = adaeze;
    const letGo = await holdBack(page, answers);
    await page.goto(`${origin}/cases/${caseId}${place}`);
    await page.locator("output[aria-busy][data-shown]").first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
    await letGo();
    await page.locator("output[aria-busy]").waitFor({ state: "detached" });
    expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
  },
);

test("the bar of a case is one and the same before and after the report has come", async () => {
  const adaeze = await visit.enter("adaeze");
  const caseId = await caseOf(adaeze, cardiology);
  const { items } = await ask<{ items: readonly { id: string }[] }>(adaeze, `/cases/${caseId}/reports`);
  const { page, origin } = adaeze;
  const letGo = await holdBack(page, /\/api\/cases\/[^/]+\/reports(\?|$)/);
  await page.goto(`${origin}/cases/${caseId}/report/${items[0]?.id}`);
  await page.locator("output[aria-busy][data-shown]").first().waitFor();
  const bar = await page.locator(".case-patient").elementHandle();
  await letGo();
  await page.getByRole("article").first().waitFor();
  expect(await bar?.evaluate((element) => element.isConnected)).toBe(true);
});
