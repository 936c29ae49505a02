import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, oncology } from "./case-of.ts";
import { limitations, openOpinion, waitUntilSaved } from "./desk.ts";
import { arrived, check, looksWell, title } from "./intake-steps.ts";
import { journey } from "./journey.ts";
import { openRecords } from "./missing-records.ts";
import { answered } from "./received.ts";
import { desk } from "./viewports.ts";

/** Whoever may not, or had an older version before them, is refused by the server, and the console says so. */
const visit = journey({ expected: [answered(403), answered(409)] });

const telephone = { viewport: { width: 390, height: 844 }, hasTouch: true };

const section = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });

test("two coordinators change a template at once and neither loses a word; who writes an opinion begins with it", async () => {
  const [one, other, ingrid] = await Promise.all([
    visit.enter("joana", desk),
    visit.enter("joana", telephone),
    visit.enter("ingrid", desk),
  ]);
  const { page, origin } = one;
  await page.goto(`${origin}/board`);
  await page.getByRole("link", { name: "Programme" }).click();
  await page.getByText("No template of your own yet").waitFor();
  await looksWell(page);
  await page.getByRole("link", { name: "New template" }).click();
  await title(page, "New template").waitFor();
  await page.getByLabel("Name").fill("Liver, short");
  await page.getByLabel("Specialty").selectOption("Oncology");
  await section(page, "Findings").fill("Segment | size");
  await page.getByText("“|” cannot stand here", { exact: false }).waitFor();
  await looksWell(page);
  await section(page, "Findings").fill("Segment: ");
  await page.getByRole("button", { name: "Put in […]: Findings" }).click();
  await page.keyboard.type(", size: […]");
  await page.getByRole("button", { name: /^Begin with the text that comes along: Limitations/ }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("“Liver, short” is saved as version 1.").waitFor();
  await page.getByText("English · Findings, Limitations").waitFor();

  for (const who of [one, other]) {
    await who.page.goto(`${origin}/programme`);
    await who.page.getByRole("link", { name: "Change “Liver, short”" }).click();
    await title(who.page, "Change “Liver, short”").waitFor();
  }
  expect(await section(page, "Findings").inputValue()).toBe("Segment: […], size: […]");
  await section(other.page, "Findings").fill("Segment and side: […]");
  await section(other.page, "Options").fill("Resection: […]");
  await other.page.getByRole("button", { name: "Save", exact: true }).click();
  await other.page.getByText("“Liver, short” is saved as version 2.").waitFor();

  await section(page, "Findings").fill("Segment: […], margin: […]");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const theirs = page.getByRole("region", { name: "Findings: what somebody else saved" });
  await theirs.getByText("Segment and side: […]").waitFor();
  expect(await section(page, "Findings").inputValue()).toBe("Segment: […], margin: […]");
  expect(await section(page, "Options").inputValue()).toBe("Resection: […]");
  await looksWell(page);
  await page.setViewportSize(telephone.viewport);
  await looksWell(page);

  await page.getByRole("link", { name: "Templates" }).click();
  await page.getByText("Not saved yet").waitFor();
  await looksWell(page);
  await page.getByRole("link", { name: "Change “Liver, short”" }).click();
  await theirs.waitFor();
  await page.getByRole("button", { name: "Save mine over theirs" }).click();
  await page.getByText("“Liver, short” is saved as version 3.").waitFor();
  await page.getByText("English · Findings, Options, Limitations").waitFor();

  const editor = await openOpinion(ingrid, oncology, limitations);
  await editor.click();
  await ingrid.page.keyboard.press("ControlOrMeta+a");
  await ingrid.page.keyboard.press("Delete");
  await ingrid.page.getByRole("button", { name: "Start from “Liver, short”" }).click();
  await editor.getByText("Nobody examined the patient").waitFor();
  await waitUntilSaved(ingrid.page);

  await page.getByRole("button", { name: "Offer no longer: “Liver, short”" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Offer “Liver, short” no longer" });
  await dialog.getByText("What was begun with it stays as it is.", { exact: false }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Offer it no longer" }).press("Enter");
  await page.getByText("“Liver, short” is not offered any more.").waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe("programme-done");
});

test("a coordinator asks the cases of a specialty for another record, and goes back to the list that comes along", async () => {
  const [joana, marisol] = await Promise.all([
    visit.enter("joana", telephone),
    visit.enter("marisol", telephone),
  ]);
  const caseId = await caseOf(marisol, oncology);
  const { page, origin } = joana;
  await page.goto(`${origin}/programme`);
  await page.getByRole("link", { name: "Lists of records" }).click();
  await page.getByRole("link", { name: "Change the list of Oncology" }).click();
  await title(page, "Records for Oncology").waitFor();
  await page.getByRole("checkbox", { name: "Bone density", exact: true }).check();
  await page.getByRole("checkbox", { name: "Bone density: no opinion without it" }).check();
  await looksWell(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Oncology: your own list counts now.").waitFor();
  await looksWell(page);
  await openRecords(marisol, caseId);
  await marisol.page.getByText("Bone density").first().waitFor();

  await page.getByRole("button", { name: "Oncology: use the list that comes along again" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Use it again" }).click();
  await page.getByText("Oncology: the list that comes along counts again.").waitFor();
  await openRecords(marisol, caseId);
  await marisol.page.getByText("Pathology report and slides").first().waitFor({ state: "attached" });
  expect(await marisol.page.getByText("Bone density").count()).toBe(0);
});

test("what the programme adds about emergencies stands below the fixed words, until it is taken back", async () => {
  const [joana, ngozi] = await Promise.all([visit.enter("joana", desk), visit.enter("ngozi", telephone)]);
  const { page, origin } = joana;
  const own = "Our nurse answers day and night: 0555 0142.";
  await page.goto(`${origin}/programme/emergencies`);
  await page.getByLabel("What you add").fill(own);
  await page.getByRole("region", { name: "As the intake shows it" }).getByText(own).waitFor();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("It is saved. The intake shows it from now on.").waitFor();
  await looksWell(page);

  await ngozi.page.goto(`${origin}/cases/new`);
  await check(ngozi.page, "Back, bones and joints");
  await ngozi.page.getByRole("button", { name: "Begin" }).click();
  await arrived(ngozi.page, "Is this an emergency?");
  await ngozi.page.getByText("A second opinion takes days.", { exact: false }).waitFor();
  await ngozi.page.getByText(own).waitFor();

  await page.getByRole("button", { name: "Take it back…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Take it back" }).click();
  await page.getByText("It is taken back. The intake shows the fixed words alone.").waitFor();
  await ngozi.page.reload();
  await title(ngozi.page, "Is this an emergency?").waitFor();
  await ngozi.page.getByLabel("None of these").waitFor();
  expect(await ngozi.page.getByText(own).count()).toBe(0);
});

test("somebody who coordinates no programme is told so", async () => {
  const { page, origin } = await visit.enter("ingrid", telephone);
  await page.goto(`${origin}/programme`);
  await page.getByText("This part of a programme is for whoever coordinates it.").waitFor();
  expect(await page.getByRole("link", { name: "New template" }).count()).toBe(0);
  await looksWell(page);
});
