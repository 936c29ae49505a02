import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { sayTheyWereTold } from "./after-report.ts";
import { tell } from "./case-of.ts";
import { acceptOffer, offerTo } from "./coordinating.ts";
import { section, waitUntilSaved } from "./desk.ts";
import { choose as chooseFiles, fileOf } from "./hand-over.ts";
import { journey } from "./journey.ts";
import { askFor, openRecords } from "./missing-records.ts";
import { pdfOf } from "./pdf-letter.ts";
import { share } from "./sharing.ts";
import { sign } from "./sign-opinion.ts";
import { writeSpineOpinion } from "./spine-opinion.ts";
import { sendStory, tellSpineStory } from "./tell-spine-story.ts";
import { desk } from "./viewports.ts";
import { openList, type Visitor } from "./visitor.ts";
import { chooseWords, openThread, remarkOn, writeRemark } from "./words.ts";
import { fillTemplate } from "./write-opinion.ts";

const visit = journey();

const telephone = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** The case of this story, from its first page on. */
let caseId: string;

test("a spine case is told on an empty page, its missing record asked for and sent, and two specialists take it", async () => {
  const [ngozi, joana] = await Promise.all([visit.enter("ngozi", telephone), visit.enter("joana", desk)]);
  caseId = await tellSpineStory(ngozi.page, ngozi.origin);
  expect(await faultsOf(ngozi.page)).toEqual([]);
  await giveSeat(ngozi, "referrer@demo.test", "referrer");
  await giveSeat(ngozi, "second.specialist@demo.test", "care-team");
  await sendStory(ngozi.page);
  await gatherRecords(joana, ngozi);
  await offerAndAccept(joana, await Promise.all([visit.enter("miriam", desk), visit.enter("ingrid", desk)]));
}, 400_000);

test("the two write it, the referring clinician asks on a phrase, and it is signed once nothing is open", async () => {
  const [miriam, ingrid, adaeze] = await Promise.all([
    visit.enter("miriam", desk),
    visit.enter("ingrid", desk),
    visit.enter("adaeze", desk),
  ]);
  await writeSpineOpinion(miriam, caseId);
  await ingrid.page.goto(`${ingrid.origin}/cases/${caseId}/opinion/redflags`);
  await fillTemplate(ingrid.page, { address: "redflags", name: "Red flags" }, []);
  await waitUntilSaved(ingrid.page);
  await share(miriam.page, "Care team", "Live");
  expect(await faultsOf(miriam.page)).toEqual([]);
  await discuss(adaeze, miriam);
  await sign(miriam);
  // Whoever reads along or writes with her sees it at once.
  for (const { page } of [ingrid, adaeze]) {
    await page.getByText(/^Signed /).waitFor();
    // Their pages go on to the report: it is judged once it is there.
    await page.getByRole("heading", { level: 1 }).waitFor();
  }
}, 300_000);

test("the care team acts on it, the patient reads it once she was told, asks and is answered, and the case is closed", async () => {
  const [ngozi, adaeze, joana, miriam, tomasz] = await Promise.all([
    visit.enter("ngozi", telephone),
    visit.enter("adaeze", desk),
    visit.enter("joana", desk),
    visit.enter("miriam", desk),
    visit.enter("tomasz", desk),
  ]);
  await Promise.all([miriam, adaeze, tomasz].map(openReport));
  await act(tomasz, miriam);
  await ngozi.page.goto(`${ngozi.origin}/cases/${caseId}/opinion/plain`);
  await ngozi.page.getByText("Before that nobody but the doctors can read it.").waitFor();
  expect(await ngozi.received.find(["joined with screws", "without fusion"])).toEqual([]);
  await sayTheyWereTold(adaeze, "By telephone this morning.");
  await ngozi.page.getByText("A small operation can free it.").waitFor();
  await askAboutIt(ngozi, miriam);

  await joana.page.goto(`${joana.origin}/cases/${caseId}/opinion/question`);
  await joana.page.getByRole("button", { name: "Begin the follow-up" }).click();
  await joana.page.getByRole("button", { name: "Close the case…" }).click();
  await joana.page.getByText("Nothing is open any more.").waitFor();
  expect(await faultsOf(joana.page)).toEqual([]);
  await joana.page.getByRole("button", { name: "Close the case", exact: true }).click();
  for (const { page } of [miriam, adaeze, joana, tomasz])
    await page.getByText(/^This case was closed /).waitFor();
  await giveFeedback(ngozi);
  await miriam.page.getByText("I can plan my spring.").waitFor();
}, 400_000);

/** A place for somebody who has an account; the screen for it has a journey of its own (`people`). */
async function giveSeat(visitor: Visitor, email: string, role: string): Promise<void> {
  expect((await tell(visitor, `/cases/${caseId}/seats`, { email, role })).status()).toBe(201);
}

/** The coordinator asks for what is missing, the patient uploads it and says that it is the one. */
async function gatherRecords(joana: Visitor, ngozi: Visitor): Promise<void> {
  await joana.page.goto(`${joana.origin}/cases/${caseId}/triage`);
  await joana.page.getByRole("heading", { name: /^Who takes this case/ }).waitFor();
  expect(await faultsOf(joana.page)).toEqual([]);
  await joana.page.getByRole("button", { name: "Gather the records" }).click();
  await joana.page.getByText("Where it stands: Records are being collected.").waitFor();
  await openRecords(joana, caseId);
  await askFor(joana, /^Nerve conduction/, "Ngozi Obi-Lindqvist");

  const { page, origin } = ngozi;
  await page.goto(`${origin}/cases/${caseId}`);
  await page.getByRole("heading", { name: "You were asked for a record" }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("link", { name: /Send it, or say that you do not have it/ }).click();
  await page
    .getByRole("listitem")
    .filter({ hasText: "Nerve conduction" })
    .getByRole("link", { name: "Add it" })
    .first()
    .click();
  const study = pdfOf(["The left L5 root conducts slowly.", "The right side is normal."]);
  await chooseFiles(page, "Files", [fileOf("nerve-conduction.pdf", study)]);
  await page.getByText(/^One file became 1 document/).waitFor({ timeout: 150_000 });
  expect(await faultsOf(page)).toEqual([]);
  await openRecords(ngozi, caseId);
  await page.getByRole("button", { name: "That is it" }).click();
  await page.getByRole("button", { name: "That is it" }).waitFor({ state: "hidden" });
  await joana.page.getByText(/^1 of 7 is here, 6 not here yet\.$/).waitFor();
}

async function offerAndAccept(joana: Visitor, asked: readonly Visitor[]): Promise<void> {
  const complete = joana.page.getByRole("button", { name: "Records are complete" });
  await complete.click();
  // Whoever presses sees that it was done before they go on.
  await complete.waitFor({ state: "hidden" });
  await joana.page.goto(`${joana.origin}/cases/${caseId}/triage`);
  await joana.page.getByText("Where it stands: Ready to be read.").waitFor();
  await offerTo(joana, "Dr Miriam Castellane", "The nerve conduction has come.");
  await offerTo(joana, "Dr Ingrid Hallström", "A second pair of eyes.");
  for (const specialist of asked) {
    await openList(specialist);
    await acceptOffer(specialist, "None.");
  }
  await joana.page.getByText("Where it stands: The opinion is being written.").waitFor();
  expect(await faultsOf(joana.page)).toEqual([]);
}

/** The referring clinician reads along and asks on a phrase. */
async function discuss(adaeze: Visitor, miriam: Visitor): Promise<void> {
  await adaeze.page.goto(`${adaeze.origin}/cases/${caseId}/opinion/recommendations`);
  const action = section(adaeze.page, "Recommendation 1, What to do");
  await action.waitFor();
  expect(await faultsOf(adaeze.page)).toEqual([]);
  await remarkOn(adaeze.page, action, "without fusion", {
    kind: "Comment",
    words: "Our surgeon planned screws. Is the slip stable?",
    audience: "Clinicians",
  });
  const thread = await openThread(miriam.page, "Is the slip stable?");
  await thread.getByRole("textbox", { name: "Reply" }).fill("Three millimetres, and no more when she bends.");
  await thread.getByRole("button", { name: "Reply", exact: true }).click();
  await adaeze.page.getByText("no more when she bends.").waitFor();
  await thread.getByRole("button", { name: "Resolve" }).click();
}

async function openReport({ page, origin }: Visitor): Promise<void> {
  await page.goto(`${origin}/cases/${caseId}/opinion/question`);
  await page.getByRole("link", { name: "Open the report" }).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/** The care team says what can be done at their place, and what not. */
async function act({ page }: Visitor, miriam: Visitor): Promise<void> {
  const acknowledge = page.getByRole("button", { name: "I have read this" });
  await acknowledge.click();
  await acknowledge.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Feasible here" }).first().click();
  await page
    .getByText(/^Dr Tomasz Wierzbicki, /)
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Not available here…" }).nth(1).click();
  await page.getByLabel("Not available here, because").fill("No physiotherapist before January.");
  await page.getByRole("button", { name: "Say so" }).click();
  await miriam.page.getByText("No physiotherapist before January.").waitFor();
  await page.getByRole("button", { name: "Done", exact: true }).first().click();
  await miriam.page.getByText("Done", { exact: true }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
}

async function askAboutIt({ page }: Visitor, miriam: Visitor): Promise<void> {
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("link", { name: "The whole report" }).click();
  await page.getByText("Choose words of the report to ask about them.").waitFor();
  const quote = "Nothing has to be joined with screws.";
  await chooseWords(page.getByRole("main"), quote);
  await page.getByRole("button", { name: "Ask about this" }).click();
  await writeRemark(page, quote, { kind: "Question", words: "And if it slips later?" });
  const asked = await openThread(miriam.page, "And if it slips later?");
  await asked
    .getByRole("textbox", { name: "Answer" })
    .fill("Then it can still be joined. Most never need it.");
  await asked.getByRole("button", { name: "Answer", exact: true }).click();
  await page.getByText("Most never need it.").waitFor();
  expect(await faultsOf(page)).toEqual([]);
}

async function giveFeedback({ page, origin }: Visitor): Promise<void> {
  await page.goto(`${origin}/cases/${caseId}`);
  await page.getByRole("heading", { name: "How was it for you?" }).waitFor();
  for (const question of [/understand what/, /help you to decide/, /second opinion here/])
    await page.getByRole("group", { name: question }).getByLabel("Yes").check();
  await page.getByLabel("Anything else").fill("I can plan my spring.");
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByText("Thank you. We have it.").waitFor();
}
