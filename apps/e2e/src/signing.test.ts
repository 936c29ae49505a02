import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, oncology } from "./case-of.ts";
import { journey } from "./journey.ts";
import { openRecommendations, sign } from "./sign-opinion.ts";

const visit = journey();

test("an opinion is signed, told, acknowledged, acted on, corrected and taken back; whoever has it is told each time", async () => {
  const [ingrid, adaeze, marisol] = await Promise.all([
    visit.enter("ingrid", { viewport: { width: 1440, height: 900 } }),
    visit.enter("adaeze", { viewport: { width: 1440, height: 900 } }),
    visit.enter("marisol", { viewport: { width: 390, height: 844 }, hasTouch: true }),
  ]);
  const caseId = await caseOf(ingrid, oncology);
  await openRecommendations(ingrid, caseId);
  await sign(ingrid);
  await ingrid.page.getByText(/^Second opinion, signed .*Version 1\.$/).waitFor();
  await ingrid.page.getByRole("button", { name: "Check it yourself" }).click();
  await ingrid.page.getByText("Unchanged since signing").waitFor();
  expect(await faultsOf(ingrid.page)).toEqual([]);

  await adaeze.page.goto(`${adaeze.origin}/cases/${caseId}/opinion/question`);
  await adaeze.page.getByRole("link", { name: "Open the report" }).click();
  await adaeze.page.getByRole("button", { name: "I have read this" }).click();
  await adaeze.page.getByRole("button", { name: "I have read this" }).waitFor({ state: "hidden" });
  await adaeze.page.getByRole("button", { name: "Feasible here" }).first().click();
  await adaeze.page
    .getByText(/^Dr Adaeze Okonkwo, /)
    .first()
    .waitFor();
  await adaeze.page.getByRole("button", { name: "Not available here…" }).nth(1).click();
  await adaeze.page.getByLabel("Not available here, because").fill("No list before February.");
  await adaeze.page.getByRole("button", { name: "Say so" }).click();
  await adaeze.page.getByText("No list before February.").waitFor();
  expect(await faultsOf(adaeze.page)).toEqual([]);
  await ingrid.page.getByText("No list before February.").waitFor();
  await ingrid.page.getByText(/^Has read it, /).waitFor();

  await marisol.page.goto(`${marisol.origin}/cases/${caseId}/opinion/plain`);
  await marisol.page.getByRole("heading", { level: 1 }).waitFor();
  await adaeze.page.getByRole("button", { name: "More for this report" }).click();
  await adaeze.page.getByRole("menuitem", { name: "The patient was told…" }).click();
  await adaeze.page.getByLabel("How they were told").fill("By telephone, with her daughter.");
  await adaeze.page.getByRole("button", { name: "They were told" }).click();
  await adaeze.page.getByRole("dialog").waitFor({ state: "hidden" });
  await marisol.page.getByRole("link", { name: "The whole report" }).click();
  await marisol.page.getByText(/^Second opinion, signed .*Version 1\.$/).waitFor();
  expect(await faultsOf(marisol.page)).toEqual([]);

  await ingrid.page.getByRole("button", { name: "More for this report" }).click();
  await ingrid.page.getByRole("menuitem", { name: "Correct it…" }).click();
  await ingrid.page.getByLabel("What is wrong").fill("The dose of the second medicine.");
  await ingrid.page.getByRole("button", { name: "Begin a correction" }).click();
  await openRecommendations(ingrid, caseId);
  await sign(ingrid);
  await ingrid.page.getByText(/^Second opinion, signed .*Version 2\.$/).waitFor();
  await marisol.page.getByText(/This version no longer stands\.$/).waitFor();
  await marisol.page.getByRole("button", { name: "I know" }).click();
  await marisol.page.getByRole("button", { name: "I know" }).waitFor({ state: "hidden" });
  expect(await faultsOf(marisol.page)).toEqual([]);
  await marisol.page.getByRole("link", { name: "Open version 2" }).click();
  await marisol.page.getByText(/^Second opinion, signed .*Version 2\.$/).waitFor();

  await ingrid.page.getByRole("button", { name: "More for this report" }).click();
  await ingrid.page.getByRole("menuitem", { name: "Take it back…" }).click();
  await ingrid.page.getByRole("textbox", { name: "Why" }).fill("The images were of somebody else.");
  await ingrid.page.getByRole("button", { name: "Take it back", exact: true }).click();
  for (const { page } of [ingrid, marisol])
    await page
      .getByText(/Do not rely on it\.$/)
      .first()
      .waitFor();
}, 180_000);
