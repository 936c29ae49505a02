import type { Page } from "playwright-core";
import { arrived, check, date, goOn, title, write } from "./intake-steps.ts";
import { tellHealth } from "./tell-health.ts";

/** A patient opens an empty case about their back and answers step by step. Returns its id; the last look is on screen. */
export async function tellSpineStory(page: Page, origin: string): Promise<string> {
  await page.goto(`${origin}/cases`);
  await page.getByRole("link", { name: "Ask for a second opinion" }).click();
  await arrived(page, "What should a specialist look at?");
  await check(page, "Back, bones and joints");
  await page.getByRole("button", { name: "Begin" }).click();
  await arrived(page, "Is this an emergency?");
  await check(page, "None of these");
  await agreeAndSayWho(page);
  await sayWhatMatters(page);
  await sayWhatHappened(page);
  await goOn(page, "Look once more, and send");
  await page.getByText("Everything is answered.").waitFor();
  return /\/cases\/([0-9A-Z]{26})/.exec(page.url())?.[1] ?? "";
}

export async function sendStory(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Send my story and questions" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Send" }).click();
  await title(page, "We have your questions.").waitFor();
}

async function agreeAndSayWho(page: Page): Promise<void> {
  await goOn(page, "Where do you live?");
  await page.getByLabel("Country").selectOption("Sweden");
  await goOn(page, "May we read your records?");
  await check(page, "I have read this, and I agree.");
  await page.getByRole("button", { name: "I agree" }).click();
  await page.getByText(/^Agreed on/).waitFor();
  await goOn(page, "Who is it about?");
  await date(page.getByRole("group", { name: "Date of birth" }), "3", "3", "1974");
  await check(page, "Female");
  await goOn(page, "Who is your own doctor?");
  await check(page, "Yes");
  await page.getByLabel("Name").fill("Dr Adaeze Okonkwo");
  await goOn(page, "How can we talk with you?");
  await check(page, "No");
}

async function sayWhatMatters(page: Page): Promise<void> {
  await goOn(page, "What do you need to decide?");
  await write(page.getByRole("textbox", { name: "The decision" }), "Whether to have L4 and L5 fused.");
  await check(page, "In the next few weeks");
  await goOn(page, "What do you want to know?");
  await page.getByRole("button", { name: "Add a question" }).click();
  await write(
    page.getByRole("textbox", { name: "Question 1" }),
    "Can I take only the pressure off the nerve?",
  );
  await goOn(page, "What do you hope for, and what do you fear?");
  await write(page.getByRole("textbox", { name: /^What do you hope for/ }), "To walk with my daughter.");
  await goOn(page, "What were you told?");
  await check(page, "Nothing was said yet");
}

async function sayWhatHappened(page: Page): Promise<void> {
  await goOn(page, "What happened, and when?");
  await page.getByRole("button", { name: "Add something that happened" }).click();
  await page.getByLabel("What", { exact: true }).fill("Fell on ice");
  await date(page.getByRole("group", { name: "When" }), "", "1", "2024");
  await goOn(page, "Which treatments were there?");
  await check(page, "None known");
  await goOn(page, "Which other illnesses do you have?");
  await check(page, "None known");
  await tellHealth(page, goOn);
}
