import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, oncology } from "./case-of.ts";
import { journey } from "./journey.ts";
import { answered } from "./received.ts";
import { desk, telephone } from "./viewports.ts";

const visit = journey({
  devices: "fake",
  expected: [answered(400), answered(401), answered(403), answered(404)],
});

test("a conference is planned, a guest invited, and all of it cancelled; each link that is good for nothing says why", async () => {
  const [adaeze, marisol] = await Promise.all([
    visit.enter("adaeze", desk),
    visit.enter("marisol", telephone),
  ]);
  const { page, origin } = adaeze;
  const caseId = await caseOf(adaeze, oncology);
  await page.goto(`${origin}/cases/${caseId}/conferences`);
  const open = page.getByRole("link", { name: "Open", exact: true });
  await open.first().waitFor();
  const before = await open.count();
  await page.getByRole("button", { name: "Plan a conference" }).click();
  await page.getByLabel("Day and time").fill("2020-01-01T09:00");
  await page.getByText("That time is in the past.").waitFor();
  await page.getByLabel("Day and time").fill(inTwoDays());
  await page.getByRole("button", { name: "Plan it" }).click();
  await open.nth(before).waitFor();
  await open.last().click();
  const link = await inviteRelative(page);
  expect(await faultsOf(page)).toEqual([]);

  await marisol.page.goto(`${origin}/cases/${caseId}`);
  await marisol.page.getByRole("heading", { name: "Your next conference" }).waitFor();
  const elena = await visit.stranger(telephone);
  await elena.goto(link);
  await elena.getByText(/You can try your camera and microphone now, and come back then\./).waitFor();
  await saysAt(await visit.stranger(telephone), link, "This link was opened before");
  await saysAt(await visit.stranger(telephone), `${origin}/guest#forged`, "This link opens nothing");

  await page.getByRole("button", { name: "Cancel…" }).click();
  await page.getByRole("dialog", { name: "Cancel this conference?" }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Cancel the conference" }).click();
  // Before anybody has pressed anything.
  await elena.getByRole("heading", { name: "The conference was cancelled" }).waitFor();
  await saysAt(elena, `${origin}/guest`, "The conference was cancelled");
});

const inTwoDays = (): string =>
  `${new Date(Date.now() + 2 * 24 * 3_600_000).toISOString().slice(0, 10)}T09:00`;

async function inviteRelative(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Invite a guest…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Elena Quintana");
  await dialog.getByLabel("Relative").check();
  await dialog.getByRole("button", { name: "Make the link" }).click();
  const made = page.getByRole("dialog", { name: "The link for Elena Quintana" });
  const link = await made.getByRole("textbox").inputValue();
  await made.getByRole("button", { name: "Close" }).last().click();
  return link;
}

async function saysAt(page: Page, address: string, title: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(address);
  await page.getByRole("heading", { name: title }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
}
