import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, oncology } from "./case-of.ts";
import { goToEnd, waitUntilSaved } from "./desk.ts";
import { journey } from "./journey.ts";
import { demoPassword } from "./running-server.ts";
import { openRecommendations, sign } from "./sign-opinion.ts";
import { chooseWords, openThread, writeRemark } from "./words.ts";
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

test("a signed report is added to, told, asked about on its page, and answered", async () => {
  const [ingrid, adaeze, marisol] = await Promise.all([
    visit.enter("ingrid", { viewport: { width: 1440, height: 900 } }),
    visit.enter("adaeze", { viewport: { width: 1440, height: 900 } }),
    visit.enter("marisol", { viewport: { width: 390, height: 844 }, hasTouch: true }),
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

  await more(adaeze, "The patient was told…");
  await adaeze.page.getByLabel("How they were told").fill("By telephone, with her daughter.");
  await adaeze.page.getByRole("button", { name: "They were told" }).click();
  await adaeze.page.getByRole("dialog").waitFor({ state: "hidden" });
  await marisol.page.goto(`${marisol.origin}/cases/${caseId}/opinion/plain`);
  await marisol.page.getByText("The MRI arrived. It confirms the plan.").waitFor();
  await marisol.page.getByRole("link", { name: "The whole report" }).click();
  await marisol.page.getByText("Choose words of the report to ask about them.").waitFor();
  await marisol.page.getByText("The MRI arrived. It confirms the plan.").waitFor();
  const quote = "It keeps about six sevenths of your liver.";
  await chooseWords(marisol.page.getByRole("main"), quote);
  await marisol.page.getByRole("button", { name: "Ask about this" }).click();
  await writeRemark(marisol.page, quote, { kind: "Question", words: "Is that enough to live on?" });
  expect(await faultsOf(marisol.page)).toEqual([]);
  const asked = await openThread(ingrid.page, "Is that enough to live on?");
  await asked.getByRole("textbox", { name: "Answer" }).fill("Yes, with room to spare.");
  await asked.getByRole("button", { name: "Answer", exact: true }).click();
  await marisol.page.getByText("Yes, with room to spare.").waitFor();
  expect(await faultsOf(ingrid.page)).toEqual([]);
}, 180_000);
