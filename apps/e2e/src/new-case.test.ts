import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { ask, tell } from "./case-of.ts";
import { dischargeBundle } from "./fhir-bundle.ts";
import { journey } from "./journey.ts";
import { answered } from "./received.ts";
import { openList, type Visitor } from "./visitor.ts";
import { choose, chooseWords, openThread, threadWith, writeRemark } from "./words.ts";

const visit = journey({ expected: [answered(422)] });

test("a case is opened from a FHIR file; a phrase of its note and a laboratory value are commented by all three, live", async () => {
  const joana = await visit.enter("joana");
  const caseId = await openCase(joana, fileOf(JSON.stringify(dischargeBundle)));
  for (const given of [
    { email: "specialist@demo.test", role: "specialist", mode: "author" },
    { email: "referrer@demo.test", role: "referrer" },
    { email: "patient@demo.test", role: "patient" },
  ])
    expect((await tell(joana, `/cases/${caseId}/seats`, given)).status()).toBe(201);
  const readers = await Promise.all(
    (["ingrid", "adaeze", "marisol"] as const).map((who) => visit.enter(who)),
  );
  const [ingrid, adaeze, marisol] = readers;
  if (!ingrid || !adaeze || !marisol) throw new Error("All three have come");

  await Promise.all(readers.map((reader) => openRecord(reader, caseId, /Discharge summary/)));
  const quote = "sent home on the third day";
  await chooseWords(adaeze.page.getByRole("main"), quote);
  await chosen(adaeze.page).getByRole("button", { name: "Comment" }).click();
  await writeRemark(adaeze.page, quote, {
    kind: "Comment",
    words: "Was that not early?",
    audience: "Everyone",
  });
  await Promise.all(readers.map(({ page }) => threadWith(page, "Was that not early?").waitFor()));
  await replyTo(ingrid.page, "Was that not early?", "Usual after this operation.");
  await replyTo(marisol.page, "Was that not early?", "I felt well.");
  await openThread(adaeze.page, "Was that not early?");
  await Promise.all(
    readers.flatMap(({ page }) =>
      ["Usual after this operation.", "I felt well."].map((words) => threadWith(page, words).waitFor()),
    ),
  );

  await Promise.all(readers.map((reader) => openRecord(reader, caseId, /Laboratory/)));
  await ingrid.page.getByRole("button", { name: /^Creatinine, 131/ }).click();
  await chosen(ingrid.page).getByRole("button", { name: "Comment" }).click();
  const form = ingrid.page.getByRole("form", { name: /^About “/ });
  await form.getByLabel("Your comment").fill("Twice the value of spring.");
  await choose(form, "Everyone");
  await form.getByRole("button", { name: "Comment", exact: true }).click();
  await Promise.all(readers.map(({ page }) => threadWith(page, "Twice the value of spring.").waitFor()));
});

test.each([
  ["is not FHIR", '{"resourceType": 7}', "The file is not FHIR."],
  [
    "ends too early",
    JSON.stringify(dischargeBundle).slice(0, 900),
    "The file ends too early: a part of it is missing. Send it again.",
  ],
  [
    "has 200 levels",
    `${'{"a":'.repeat(200)}1${"}".repeat(200)}`,
    /^The file is nested more than \d+ levels deep\. Nothing was read\.$/,
  ],
  ["is no JSON", "Dear colleague,", "The file is neither JSON nor XML."],
])("a file that %s is refused with a sentence, and no case is opened", async (_what, content, sentence) => {
  const adaeze = await visit.enter("adaeze");
  const before = await countCases(adaeze);
  await chooseFile(adaeze, fileOf(content));
  await adaeze.page.getByRole("dialog").getByText(sentence).waitFor();
  expect(await countCases(adaeze)).toBe(before);
});

/** Real files of public repositories, which are not part of the project: where they lie says who runs the tests. */
const shared = process.env["CONSILIUM_SHARED_DATA"];

test.skipIf(!shared)(
  "a real Synthea file becomes a case with records, and says what was not understood (skipped where CONSILIUM_SHARED_DATA names no folder)",
  async () => {
    const [real] = globSync(join(shared ?? "", "fhir/synthea/*.json")).toSorted();
    if (real === undefined) throw new Error(`There is no Synthea file in ${shared}`);
    const joana = await visit.enter("joana");
    const caseId = await openCase(joana, fileOf(readFileSync(real)));
    await joana.page.goto(`${joana.origin}/cases/${caseId}/records`);
    const records = joana.page.getByRole("navigation", { name: "Records" }).getByRole("link");
    await records.filter({ hasText: "Laboratory" }).first().waitFor();
    expect(await records.count()).toBeGreaterThan(5);
  },
);

const fileOf = (content: string | Buffer): FileToSend => ({
  name: "file.json",
  mimeType: "application/json",
  buffer: Buffer.from(content),
});

interface FileToSend {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

async function chooseFile(visitor: Visitor, file: FileToSend): Promise<void> {
  await openList(visitor);
  const { page } = visitor;
  await page.getByRole("button", { name: "New case from a file" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Choose a file").setInputFiles(file);
  await dialog.getByRole("button", { name: "Open the case" }).click();
}

/** Returns the id of the case that was opened, whose page is then on screen. */
async function openCase(visitor: Visitor, file: FileToSend): Promise<string> {
  await chooseFile(visitor, file);
  const { page } = visitor;
  await page.getByText("The case is open").waitFor();
  await page.getByText(/records? (is|are) in the case\./).waitFor();
  await page.getByRole("link", { name: "Go to the case" }).click();
  await page.waitForURL(/\/cases\/[0-9A-Z]{26}/);
  return /\/cases\/([0-9A-Z]{26})/.exec(page.url())?.[1] ?? "";
}

const countCases = async (visitor: Visitor): Promise<number> =>
  (await ask<{ items: readonly unknown[] }>(visitor, "/cases")).items.length;

async function openRecord({ page, origin }: Visitor, caseId: string, title: RegExp): Promise<void> {
  await page.goto(`${origin}/cases/${caseId}/records`);
  await page.getByRole("link", { name: title }).first().click();
  await page.getByRole("article").first().waitFor();
}

/** What can be done with the chosen words or value. */
const chosen = (page: Page) => page.getByRole("region", { name: "What is chosen" });

async function replyTo(page: Page, words: string, reply: string): Promise<void> {
  const thread = await openThread(page, words);
  await thread.getByRole("textbox", { name: /^(Reply|Answer)$/ }).fill(reply);
  await thread.getByRole("button", { name: /^(Reply|Answer)$/ }).click();
}
