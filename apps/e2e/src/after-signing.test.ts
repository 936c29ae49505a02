import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { more, sayTheyWereTold } from "./after-report.ts";
import { caseOf, oncology } from "./case-of.ts";
import { goToEnd, waitUntilSaved } from "./desk.ts";
import { journey } from "./journey.ts";
import { demoPassword } from "./running-server.ts";
import { openRecommendations, sign } from "./sign-opinion.ts";
import type { Visitor } from "./visitor.ts";
import { chooseWords, openThread, writeRemark } from "./words.ts";

const visit = journey();

async function signAddendum({ page }: Visitor): Promise<void> {
  await page.getByRole("button", { name: "Review and sign" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("checkbox", { name: "I have read it all." }).check();
  await dialog.getByRole("textbox", { name: "Your password" }).fill(demoPassword);
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Sign", exact: true }).click();
  await page.waitForURL(/\/report\//);
}

test("a signed report is added to, told, asked about on its page and answered; a visit is wished for, and the case closed", async () => {
  const [ingrid, adaeze, joana, marisol] = await Promise.all([
    visit.enter("ingrid", { viewport: { width: 1440, height: 900 } }),
    visit.enter("adaeze", { viewport: { width: 1440, height: 900 } }),
    visit.enter("joana", { viewport: { width: 1440, height: 900 } }),
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

  await sayTheyWereTold(adaeze, "By telephone, with her daughter.");
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

  await joana.page.goto(`${joana.origin}/cases/${caseId}/opinion/question`);
  await marisol.page.goto(`${marisol.origin}/cases/${caseId}`);
  await marisol.page.getByRole("button", { name: "Ask for a visit" }).click();
  await marisol.page.getByLabel("What do you want to speak about?").fill("Whether to wait.");
  await marisol.page.getByLabel("When would it suit you?").fill("Any morning.");
  expect(await faultsOf(marisol.page)).toEqual([]);
  await marisol.page.getByRole("button", { name: "Ask for it" }).click();
  await marisol.page.getByText(/^You asked for a visit /).waitFor();
  await adaeze.page.getByText("Marisol Quintana asks for a visit by video.").waitFor();
  await joana.page.getByRole("button", { name: "Answer…" }).click();
  await joana.page.getByLabel("Day and time").fill(`${new Date().getFullYear() + 1}-06-01T09:30`);
  expect(await faultsOf(joana.page)).toEqual([]);
  await joana.page.getByRole("button", { name: "Send the answer" }).click();
  await marisol.page.getByText(/^Your visit by video is /).waitFor();

  await joana.page.getByRole("button", { name: "Begin the follow-up" }).click();
  await marisol.page.getByRole("heading", { name: "How was it for you?" }).waitFor();
  await joana.page.getByRole("button", { name: "Close the case…" }).click();
  await joana.page.getByText("A visit is still to come").waitFor();
  expect(await faultsOf(joana.page)).toEqual([]);
  await joana.page.getByRole("button", { name: "Close it all the same" }).click();
  for (const { page } of [ingrid, adaeze, joana, marisol])
    await page.getByText(/^This case was closed /).waitFor();
  for (const question of [/understand what/, /help you to decide/, /second opinion here/])
    await marisol.page.getByRole("group", { name: question }).getByLabel("Yes").check();
  await marisol.page.getByLabel("Anything else").fill("Nobody hurried me.");
  expect(await faultsOf(marisol.page)).toEqual([]);
  await marisol.page.getByRole("button", { name: "Send", exact: true }).click();
  await marisol.page.getByText("Thank you. We have it.").waitFor();
  await ingrid.page.getByText("Nobody hurried me.").waitFor();
}, 180_000);
