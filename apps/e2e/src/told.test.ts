import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, detailOf, oncology, tell } from "./case-of.ts";
import { journey } from "./journey.ts";
import { telephone } from "./viewports.ts";
import { openList } from "./visitor.ts";

const visit = journey();

const secret = "Zirconium implant card";

test("whoever is asked for a record sees so under the bell at once, comes to it by one press, and gets a mail without a word of it", async () => {
  const [adaeze, marisol] = await Promise.all([visit.enter("adaeze"), visit.enter("marisol", telephone)]);
  const { page, origin } = marisol;
  const caseId = await caseOf(adaeze, oncology);
  await page.goto(`${origin}/cases/${caseId}`);
  await page.getByRole("button", { name: "What you were told of", exact: true }).waitFor();
  const { people } = await detailOf(adaeze, caseId);
  const of = people.find(({ role }) => role === "patient")?.seat;
  await tell(adaeze, `/cases/${caseId}/requests`, { what: secret, of });
  const bell = page.getByRole("button", { name: "What you were told of, 1 new" });
  await bell.tap();
  const item = page.getByRole("link", { name: /^You were asked for a record/ });
  await item.waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await item.tap();
  await page.getByText(secret).first().waitFor();
  await page.getByRole("button", { name: "What you were told of", exact: true }).waitFor();
  await page.goto(`${origin}/outbox`);
  const mail = page.locator(".outbox li").first();
  await mail.getByRole("heading", { name: `Consilium: something waits for you in ${oncology}` }).waitFor();
  expect(await mail.textContent()).toContain(`${origin.replace("127.0.0.1", "localhost")}/cases/${caseId}`);
  expect(await mail.textContent()).not.toMatch(/Zirconium|liver/i);
});

test("somebody chooses by the keyboard how they are told, and it is kept", async () => {
  const ingrid = await visit.enter("ingrid");
  const { page } = ingrid;
  await openList(ingrid);
  await page.getByRole("button", { name: /account of/ }).press("Enter");
  await page.getByRole("menuitem", { name: "How you are told of things" }).press("Enter");
  await page.getByRole("heading", { name: "How you are told of things" }).waitFor();
  await page.getByLabel("An opinion is shared with you").selectOption("One mail a day");
  await page.getByText("Kept.").waitFor();
  await page.getByLabel("No mail at certain hours").press("Space");
  await page.getByLabel("From").fill("21:30");
  await expect.poll(() => page.getByLabel("From").inputValue()).toBe("21:30");
  await page.getByText("Kept.").waitFor();
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
    }
  await page.reload();
  expect(await page.getByLabel("An opinion is shared with you").inputValue()).toBe("daily");
  expect(await page.getByLabel("From").inputValue()).toBe("21:30");
});
