import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, oncology } from "./case-of.ts";
import { assessment } from "./desk.ts";
import { journey } from "./journey.ts";
import { answered } from "./received.ts";

const visit = journey({ expected: [answered(403), answered(404), answered(409)] });
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** What the list says of who may read and ask. */
const given = "May read the story, the referral and the records and ask.";

/** The row of somebody in the list of who has a place now. */
const rowOf = (page: Page, name: string) =>
  page.getByRole("list", { name: "Who has a place now" }).getByRole("listitem").filter({ hasText: name });

test("a patient lets her daughter in to read and ask, and ends it again: the daughter's open page says so at once", async () => {
  const [marisol, daughter] = await Promise.all([visit.enter("marisol", phone), visit.enter("ngozi")]);
  const caseId = await caseOf(marisol, oncology);
  const { page, origin } = marisol;
  await page.goto(`${origin}/cases/${caseId}`);
  await page.getByRole("link", { name: "People of this case" }).tap();
  await page.getByRole("heading", { level: 1, name: /have a place in this case$/ }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(await rowOf(page, "Joana Sequeira").getByRole("button").count()).toBe(0);

  const open = page.getByRole("button", { name: "Let somebody in…" });
  await open.tap();
  const dialog = page.getByRole("dialog", { name: "Let somebody into this case" });
  await dialog.getByLabel("Their e-mail").fill("nobody@demo.test");
  await dialog.getByRole("radio", { name: /^For the patient/ }).tap();
  await dialog.getByRole("checkbox", { name: /^Ask/ }).tap();
  await dialog.getByLabel("Why they act for the patient").fill("She is my daughter");
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Let them in" }).tap();
  await dialog.getByText("Nobody with this e-mail has an account here.", { exact: false }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(await dialog.getByLabel("Their e-mail").evaluate((field) => field === document.activeElement)).toBe(
    true,
  );
  await dialog.getByLabel("Their e-mail").fill("second.patient@demo.test");
  await dialog.getByRole("button", { name: "Let them in" }).tap();
  await dialog.waitFor({ state: "hidden" });
  await page.getByText("They have a place now", { exact: false }).waitFor();
  await expect.poll(() => open.evaluate((button) => button === document.activeElement)).toBe(true);
  await rowOf(page, given).waitFor();
  expect(await faultsOf(page)).toEqual([]);

  await daughter.page.goto(`${origin}/cases/${caseId}/records`);
  await daughter.page.getByRole("heading", { level: 1 }).waitFor();
  await daughter.page.getByText("CT chest, abdomen, pelvis").first().waitFor();

  await rowOf(page, given)
    .getByRole("button", { name: /^End their place/ })
    .tap();
  const confirm = page.getByRole("dialog", { name: /^End the place of / });
  await confirm.getByText(/reads nothing more of this case from this moment/).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await confirm.getByRole("button", { name: "End it now" }).tap();
  await daughter.page.getByText("You can no longer see this case").waitFor();
  expect(await daughter.page.getByText("CT chest, abdomen, pelvis").count()).toBe(0);
  await page.getByText(/The place of .+ has ended\./).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe("people-said");
  await page.getByRole("heading", { name: "Places that have ended" }).waitFor();
});

test("a coordinator lets somebody of the care team in by the keyboard, who then reads the draft that is shared with it", async () => {
  const [joana, miriam] = await Promise.all([visit.enter("joana"), visit.enter("miriam")]);
  const caseId = await caseOf(joana, oncology);
  const { page, origin } = joana;
  await page.goto(`${origin}/cases/${caseId}/triage`);
  await page.getByRole("link", { name: "People of this case" }).press("Enter");
  await page.getByRole("button", { name: "Let somebody in…" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Let somebody into this case" });
  await dialog.getByLabel("Their e-mail").fill("spine.specialist@demo.test");
  await dialog.getByRole("radio", { name: /^Care team/ }).press("Space");
  await dialog.getByRole("button", { name: "Let them in" }).press("Enter");
  await dialog.waitFor({ state: "hidden" });
  await rowOf(page, "Miriam").getByText("Care team", { exact: true }).waitFor();
  expect(await faultsOf(page)).toEqual([]);

  await miriam.page.goto(`${origin}/cases/${caseId}/opinion/${assessment.address}`);
  await miriam.page.getByText("parenchyma-sparing resection").first().waitFor();

  await rowOf(page, "Joana Sequeira").getByRole("button", { name: "End your own place…" }).press("Enter");
  const confirm = page.getByRole("dialog", { name: "End your own place" });
  await confirm.getByRole("button", { name: "End it now" }).press("Enter");
  await confirm.getByText("The case would have nobody to coordinate it.", { exact: false }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await confirm.waitFor({ state: "hidden" });

  await page.goto(`${origin}/cases/${caseId}/triage`);
  const candidate = page.getByRole("listitem").filter({ hasText: "Treats this patient" });
  await candidate.filter({ hasText: "Miriam" }).waitFor();
  expect(await candidate.getByRole("button", { name: /^Offer it to/ }).count()).toBe(0);
});
