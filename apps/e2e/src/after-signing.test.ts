import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, oncology } from "./case-of.ts";
import { goToEnd, waitUntilSaved } from "./desk.ts";
import { journey } from "./journey.ts";
import { demoPassword } from "./running-server.ts";
import { openRecommendations, sign } from "./sign-opinion.ts";
import type { Visitor } from "./visitor.ts";

const visit = journey();

const more = async ({ page }: Visitor, item: string): Promise<void> => {
  await page.getByRole("button", { name: "More for this report" }).click();
  await page.getByRole("menuitem", { name: item }).click();
};

async function signAddendum({ page }: Visitor): Promise<void> {
  await page.getByRole("button", { name: "Review and sign" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("checkbox", { name: "I have read it all." }).check();
  await dialog.getByRole("textbox", { name: "Your password" }).fill(demoPassword);
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Sign", exact: true }).click();
  await page.waitForURL(/\/report\//);
}

test("what is added to a signed report is written on the desk, signed, and read by those who read the report", async () => {
  const [ingrid, adaeze] = await Promise.all([
    visit.enter("ingrid", { viewport: { width: 1440, height: 900 } }),
    visit.enter("adaeze", { viewport: { width: 1440, height: 900 } }),
  ]);
  const caseId = await caseOf(ingrid, oncology);
  await openRecommendations(ingrid, caseId);
  await sign(ingrid);
  await more(ingrid, "Add to it…");
  await ingrid.page.waitForURL(/\/addendum\/text/);
  await ingrid.page.getByText("You are adding to a signed report.").waitFor();
  const editor = ingrid.page.getByRole("textbox", { name: "Text" });
  await goToEnd(editor);
  await editor.pressSequentially("The MRI arrived. It confirms the plan.");
  await waitUntilSaved(ingrid.page);
  expect(await faultsOf(ingrid.page)).toEqual([]);
  await adaeze.page.goto(`${adaeze.origin}/cases/${caseId}/opinion/question`);
  await adaeze.page.getByRole("link", { name: "Open the report" }).click();
  await adaeze.page.getByRole("heading", { level: 1 }).waitFor();
  expect(await adaeze.page.getByText("It confirms the plan.").count()).toBe(0);
  await signAddendum(ingrid);
  for (const { page } of [ingrid, adaeze])
    await page.getByRole("article").getByText("The MRI arrived. It confirms the plan.").waitFor();
  await adaeze.page.getByRole("heading", { name: "Added since" }).waitFor();
}, 180_000);
