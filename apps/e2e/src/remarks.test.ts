import { expect, test } from "vitest";
import { caseOf, oncology } from "./case-of.ts";
import { assessment, followUp, openOpinion, textInLog, waitForWords } from "./desk.ts";
import { journey } from "./journey.ts";
import { openThread, remarkOn, threadWith } from "./words.ts";

const visit = journey();

test("the referring doctor comments on a phrase; it is answered, resolved and opened again, live on both screens", async () => {
  const [ingrid, adaeze] = await Promise.all([visit.enter("ingrid"), visit.enter("adaeze")]);
  const [, read] = await Promise.all([
    openOpinion(ingrid, oncology, assessment),
    openOpinion(adaeze, oncology, assessment),
  ]);
  await remarkOn(adaeze.page, read, "marked before surgery", {
    kind: "Comment",
    words: "Who marks it, you or we?",
    audience: "Clinicians",
  });
  const hers = await openThread(ingrid.page, "Who marks it, you or we?");
  await hers.getByRole("textbox", { name: "Reply" }).fill("Your radiology, with our drawing.");
  await hers.getByRole("button", { name: "Reply", exact: true }).click();
  const theirs = threadWith(adaeze.page, "Who marks it, you or we?");
  await theirs.getByText("Your radiology, with our drawing.").waitFor();
  await hers.getByRole("button", { name: "Resolve" }).click();
  await theirs.getByText("Resolved by Dr Ingrid Hallström").waitFor();
  await theirs.getByRole("button", { name: "Open again" }).click();
  await openThread(ingrid.page, "Who marks it, you or we?");
  await hers.getByRole("button", { name: "Resolve" }).waitFor();
  expect(await hers.getByText("Resolved by").count()).toBe(0);
});

test("a suggestion of hers is accepted with one click, another declined with a reason", async () => {
  const [ingrid, adaeze] = await Promise.all([visit.enter("ingrid"), visit.enter("adaeze")]);
  const [draft, read] = await Promise.all([
    openOpinion(ingrid, oncology, followUp),
    openOpinion(adaeze, oncology, followUp),
  ]);
  await remarkOn(adaeze.page, read, "within two working days", {
    kind: "Suggestion",
    words: "We have a board on Thursdays.",
    replacement: "within one working day",
    audience: "Clinicians",
  });
  const first = await openThread(ingrid.page, "We have a board on Thursdays.");
  await first.getByRole("button", { name: "Accept", exact: true }).click();
  await Promise.all([
    waitForWords(draft, "We read the MRI when it arrives, within one working day, and"),
    waitForWords(read, "We read the MRI when it arrives, within one working day, and"),
  ]);
  expect(await textInLog(ingrid, oncology, followUp)).not.toContain("within two working days");

  await remarkOn(adaeze.page, read, "Colonoscopy one year after", {
    kind: "Suggestion",
    words: "Our waiting list.",
    replacement: "Colonoscopy two years after",
    audience: "Clinicians",
  });
  const second = await openThread(ingrid.page, "Our waiting list.");
  await second.getByRole("button", { name: "Decline…" }).click();
  await second.getByLabel("Why").fill("One year is what the guideline asks for.");
  await second.getByRole("button", { name: "Decline", exact: true }).click();
  const hers = threadWith(adaeze.page, "Our waiting list.");
  await hers.getByText("Declined by Dr Ingrid Hallström").waitFor();
  await hers.getByText("One year is what the guideline asks for.").waitFor();
  await waitForWords(read, "Colonoscopy one year after");
});

test("an aside to clinicians leaves no trace on the patient's device", async () => {
  const [adaeze, marisol] = await Promise.all([visit.enter("adaeze"), visit.enter("marisol")]);
  const caseId = await caseOf(adaeze, oncology);
  await marisol.page.goto(`${marisol.origin}/cases/${caseId}/story/history`);
  await marisol.page.getByText("what if the other half is not enough").first().waitFor();
  await adaeze.page.goto(`${adaeze.origin}/cases/${caseId}/story/history`);
  const story = adaeze.page.getByRole("textbox", { name: "What happened", exact: true });
  await remarkOn(adaeze.page, story, "the other half", {
    kind: "Comment",
    words: "Between us: she is more afraid than she writes.",
    audience: "Clinicians",
  });
  await remarkOn(adaeze.page, story, "At home I asked myself", {
    kind: "Comment",
    words: "We can talk about this on Tuesday.",
    audience: "Everyone",
  });
  await marisol.page.goto(`${marisol.origin}/cases/${caseId}/threads`);
  await marisol.page.getByRole("heading", { level: 1 }).waitFor();
  // The second remark has come, so the first would have.
  await expect.poll(() => marisol.received.find(["We can talk about this on Tuesday."])).not.toEqual([]);
  expect(await marisol.received.find(["Between us", "more afraid than she writes"])).toEqual([]);
});
