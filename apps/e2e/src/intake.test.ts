import type { APIResponse, Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { ask, tell } from "./case-of.ts";
import { dischargeBundle } from "./fhir-bundle.ts";
import { arrived, check, date, looksWell, next, title, write } from "./intake-steps.ts";
import { journey } from "./journey.ts";
import { tellHealth } from "./tell-health.ts";
import { telephone } from "./viewports.ts";
import { openList } from "./visitor.ts";

const visit = journey();

const saved = (page: Page) =>
  page
    .getByText(/^Saved/)
    .first()
    .waitFor();

test("a patient on a telephone opens a case, turns back at a sign of emergency, answers, reloads, sends; the coordinator finds it", async () => {
  const ngozi = await visit.enter("ngozi", telephone);
  const { page, origin } = ngozi;
  await page.goto(`${origin}/cases`);
  await page.getByRole("link", { name: "Ask for a second opinion" }).click();
  await arrived(page, "What should a specialist look at?");
  await check(page, "Back, bones and joints");
  await page.getByRole("button", { name: "Begin" }).click();

  await arrived(page, "Is this an emergency?");
  await page.getByLabel(/^Cannot pass or hold urine/).check();
  const stop = page.getByRole("alert");
  await stop.getByRole("link", { name: "Call 112 now" }).waitFor();
  expect(await page.getByRole("button", { name: /^Next/ }).count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("link", { name: "Stop here, come back later" }).click();
  await page.getByRole("link", { name: "Begin" }).click();
  await stop.getByText("Call for help now").waitFor();
  await page.getByLabel("None of these").check();
  await stop.waitFor({ state: "hidden" });

  await next(page, "Where do you live?");
  await page.getByLabel("Country").selectOption("Japan");
  await page.getByText("From there we cannot give you an opinion directly.").first().waitFor();
  await page.getByLabel("Country").selectOption("Australia");
  await page.getByText("Say the state or region too: licences are given there.").waitFor();
  await page.getByLabel("State, province or territory").selectOption("New South Wales");
  await page.getByText(/no opinions to patients in this state or territory/).waitFor();
  await looksWell(page);
  await page.getByLabel("Country").selectOption("Sweden");
  await page.getByText("Before we begin: 2 of 3").waitFor();
  await next(page, "May we read your records?");
  await page.getByLabel("I have read this, and I agree.").check();
  await page.getByRole("button", { name: "I agree" }).click();
  await page.getByText(/^Agreed on/).waitFor();

  await next(page, "Who is it about?");
  await date(page.getByRole("group", { name: "Date of birth" }), "31", "2", "1974");
  await page.getByText("The calendar has no such day.").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await date(page.getByRole("group", { name: "Date of birth" }), "3", "3", "1974");
  await check(page, "Female");
  await next(page, "Who is your own doctor?");
  await check(page, "Yes");
  await page.getByLabel("Name").fill("Dr Ahlgren");
  await next(page, "How can we talk with you?");
  await check(page, "No");
  await next(page, "What do you need to decide?");
  await write(page.getByRole("textbox", { name: "The decision" }), "Whether to have L4 and L5 fused.");
  await check(page, "There is a date");
  await date(page.getByRole("group", { name: "The date" }), "1", "1", "2020");
  await page.getByText("That day is over.").waitFor();
  await check(page, "In the next few weeks");
  await next(page, "What do you want to know?");
  await page.getByRole("button", { name: "Add a question" }).click();
  await write(
    page.getByRole("textbox", { name: "Question 1" }),
    "Can I take only the pressure off the nerve?",
  );
  await saved(page);

  await page.reload();
  await arrived(page, "What do you want to know?");
  await page.getByText("Can I take only the pressure off the nerve?").waitFor();
  await page.goto(page.url().replace(/questions.*/, ""));
  await arrived(page, "What do you hope for, and what do you fear?");
  await write(page.getByRole("textbox", { name: /^What do you hope for/ }), "To walk with my daughter.");
  await next(page, "What were you told?");
  await check(page, "Nothing was said yet");
  await next(page, "What happened, and when?");
  await page.getByRole("button", { name: "Add something that happened" }).click();
  await page.getByLabel("What", { exact: true }).fill("Fell on ice");
  await date(page.getByRole("group", { name: "When" }), "", "", "1970");
  await page.getByText("That lies before the date of birth.").waitFor();
  await date(page.getByRole("group", { name: "When" }), "", "1", "2024");
  await next(page, "Which treatments were there?");
  await check(page, "None known");
  await next(page, "Which other illnesses do you have?");
  await check(page, "I do not know");
  await tellHealth(page, next);
  await next(page, "Look once more, and send");
  await page.getByText("Everything is answered.").waitFor();
  await page.getByRole("button", { name: "Send my story and questions" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Send" }).click();
  await title(page, "We have your questions.").waitFor();
  const caseId = /\/cases\/([0-9A-Z]{26})/.exec(page.url())?.[1] ?? "";
  await page.getByRole("link", { name: "Read my story and my questions" }).click();
  await page.getByText("Naproxen, 500 mg twice a day").waitFor();
  await page.getByText("Fell on ice, January 2024").waitFor();

  const joana = await visit.enter("joana");
  await openList(joana);
  await joana.page.getByText("Can I take only the pressure off the nerve?").first().waitFor();
  await joana.page.goto(`${joana.origin}/cases/${caseId}/story/goals`);
  await joana.page.getByText("Naproxen, 500 mg twice a day").waitFor();
  expect(await ask(joana, `/cases/${caseId}`)).toMatchObject({
    state: "submitted",
    decision: "Whether to have L4 and L5 fused.",
    patient: { name: "Ngozi Obi-Lindqvist", born: "1974-03-03" },
  });

  await page.getByRole("button", { name: "Take back my consent…" }).click();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("dialog").getByRole("button", { name: "Take it back" }).click();
  await page.getByText("There is no consent at this time.").waitFor();
  await page.goto(`${origin}/cases/${caseId}`);
  await title(page, "This case was taken back.").waitFor();
});

test("a referring clinician opens a case for a patient elsewhere, between physicians, and its steps are their own", async () => {
  const adaeze = await visit.enter("adaeze");
  const { page } = adaeze;
  await openList(adaeze);
  await page.getByRole("link", { name: "New case" }).click();
  await arrived(page, "What should a specialist look at?");
  await check(page, "For a patient whom I treat");
  await check(page, "Heart and vessels");
  await page.getByRole("button", { name: "Begin" }).click();
  await arrived(page, "Is your patient in danger now?");
  await page.getByLabel("None of these").check();
  await next(page, "Where does the patient live?");
  await page.getByLabel("Country").selectOption("Japan");
  await page.getByLabel(/^An educational opinion between physicians/).check();
  await next(page, "Has the patient agreed?");
  await page.getByLabel(/^I have explained this to the patient/).check();
  await page.getByLabel("How did they agree?").fill("Signed on paper today");
  await page.getByRole("button", { name: "I agree" }).click();
  await page.getByText(/^Agreed on/).waitFor();
  await next(page, "Who is the patient?");
  await page.getByLabel("Full name").fill("Haruto Mori");
  await date(page.getByRole("group", { name: "Date of birth" }), "9", "11", "1950");
  await next(page, "How does the patient talk with us?");
  await next(page, "What is to be decided?");
  await write(page.getByRole("textbox", { name: "The decision" }), "A new valve, or waiting.");
  await next(page, "What do you ask?");
  await page.getByRole("button", { name: "Add a question" }).click();
  await write(page.getByRole("textbox", { name: "Question 1" }), "Is the stenosis severe?");
  await saved(page);
  await next(page, "What is the case, in short?");
  await page.goto(page.url().replace("summary", "send"));
  await arrived(page, "Look once more, and send");
  await page.getByText(/^\d+ steps are open\.$/).waitFor();
  await page.getByRole("link", { name: "the summary" }).waitFor();
  await page.getByRole("button", { name: "Send my story and questions" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Send" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  const joana = await visit.enter("joana");
  await openList(joana);
  await joana.page.getByText("Haruto Mori").first().waitFor();
  const caseId = /\/cases\/([0-9A-Z]{26})/.exec(page.url())?.[1] ?? "";
  expect(await ask(joana, `/cases/${caseId}`)).toMatchObject({
    state: "submitted",
    title: "A new valve, or waiting.",
    questions: [{ text: "Is the stenosis severe?" }],
  });
});

test("what a file says is asked about, and the answer stands beside it", async () => {
  const adaeze = await visit.enter("adaeze", telephone);
  const { page, origin } = adaeze;
  const { id } = await opened(await tell(adaeze, "/cases/import?as=patient", dischargeBundle));
  await page.goto(`${origin}/cases/${id}/intake/problems`);
  await arrived(page, "Is this an emergency?");
  await page.getByLabel("None of these").check();
  await next(page, "Where do you live?");
  await page.getByLabel("Country").selectOption("Ireland");
  await next(page, "May we read your records?");
  await page.getByLabel("I have read this, and I agree.").check();
  await page.getByRole("button", { name: "I agree" }).click();
  await next(page, "Who is it about?");
  await page.goto(`${origin}/cases/${id}/intake/problems`);
  await arrived(page, "Which other illnesses do you have?");
  const card = page.getByRole("group", { name: /^A record says: / });
  await card.getByLabel("Changed").check();
  await looksWell(page);
  await page.getByLabel("What", { exact: true }).fill("Liver metastasis, smaller now");
  await saved(page);
  await page.reload();
  await arrived(page, "Which other illnesses do you have?");
  expect(await card.getByLabel("Changed").isChecked()).toBe(true);
  await page.goto(`${origin}/cases/${id}/story/goals`);
  await page.getByText(/^Liver metastasis, smaller now/).waitFor();
});

const opened = async (answer: APIResponse): Promise<{ readonly id: string }> => {
  expect(answer.status()).toBe(201);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The server's own suites prove the shapes.
  return (await answer.json()) as { id: string };
};
