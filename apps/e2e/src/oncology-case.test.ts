import { openDatabase } from "@consilium/database";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { ask, caseOf, oncology } from "./case-of.ts";
import { acceptOffer, offerTo } from "./coordinating.ts";
import { findings, limitations, openSection, section, waitUntilSaved } from "./desk.ts";
import { journey } from "./journey.ts";
import { openRecords } from "./missing-records.ts";
import { answerOpenPoints, openRecommendations, sign } from "./sign-opinion.ts";
import { desk } from "./viewports.ts";
import { openList, type Visitor } from "./visitor.ts";
import { remarkOn } from "./words.ts";
import { addItem, writeAtEnd, writeIn } from "./write-opinion.ts";

const visit = journey();

const missing = "Immunohistochemistry, mismatch repair";
const blocks = "Without it nobody can say whether immunotherapy is an option.";
/** Of the first opinion, and of what its clinicians wrote on it. */
const hidden = ["parenchyma-sparing resection", "three liver tumours can be taken out", "the word cure"];

test("missing pathology is asked for with what it blocks; the case waits for it, goes on by as long, and is made expedited", async () => {
  const [joana, adaeze, ingrid] = await Promise.all([
    visit.enter("joana", desk),
    visit.enter("adaeze", desk),
    visit.enter("ingrid", desk),
  ]);
  const caseId = await caseOf(joana, oncology);
  await askForPathology(joana, caseId);
  await openRecords(adaeze, caseId);
  await adaeze.page.getByRole("button", { name: missing }).click();
  await adaeze.page.getByRole("dialog").getByText(`Why it matters: ${blocks}`).waitFor();
  expect(await faultsOf(adaeze.page)).toEqual([]);

  const before = await opinionDue(joana, caseId);
  const { page } = joana;
  await ingrid.page.goto(`${ingrid.origin}/cases/${caseId}/opinion/question`);
  await page.goto(`${joana.origin}/cases/${caseId}/triage`);
  await page.getByRole("button", { name: "More steps of this case" }).click();
  await page.getByRole("menuitem", { name: "Pause…" }).click();
  await page.getByRole("textbox", { name: "Why" }).fill("The pathology is on its way.");
  await page.getByRole("button", { name: "Pause it" }).click();
  await page.getByText("Where it stands: Paused.").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await ingrid.page.getByText("The pathology is on its way.").first().waitFor();
  expect(await faultsOf(ingrid.page)).toEqual([]);
  await passTwoDaysOfPause();
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByText("Where it stands: The opinion is being written.").waitFor();
  const after = await opinionDue(joana, caseId);
  expect(after - before).toBeGreaterThanOrEqual(2 * day);

  await page.getByRole("radiogroup", { name: "How soon" }).getByText("Expedited").click();
  await expect.poll(() => opinionDue(joana, caseId)).toBeLessThan(after);
  expect(await faultsOf(page)).toEqual([]);
}, 300_000);

test("who reads blind writes without the first opinion, locks it, and then both stand side by side for all who write", async () => {
  const [joana, miriam, ingrid] = await Promise.all([
    visit.enter("joana", desk),
    visit.enter("miriam", desk),
    visit.enter("ingrid", desk),
  ]);
  const caseId = await caseOf(joana, oncology);
  await joana.page.goto(`${joana.origin}/cases/${caseId}/triage`);
  await offerTo(joana, "Dr Miriam Castellane", "The images alone, please.", "To read it blind");
  await openList(miriam);
  await acceptOffer(miriam, "None.");

  const { page, origin } = miriam;
  await page.goto(`${origin}/cases/${caseId}/opinion/question`);
  await writeAtEnd(section(page, "Bottom line"), "Not all of it can be taken out at once.");
  await addItem(page, findings, {
    button: "Add a finding",
    name: "Finding 1",
    main: "Text",
    words: "14 mm, and it touches the right hepatic vein",
    facts: { Examination: "CT", Where: "Liver, segment VII", "First reading": "15 mm, touches the vein" },
    choices: { "Against it": "Agrees" },
  });
  await waitUntilSaved(page);
  expect(await faultsOf(page)).toEqual([]);
  expect(await miriam.received.find(hidden)).toEqual([]);
  await page.getByRole("button", { name: "Finish and reveal…" }).click();
  await page.getByText("It cannot be unseen.").waitFor();
  await page.getByRole("button", { name: "Finish and reveal", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Both readings side by side" }).waitFor();

  await ingrid.page.goto(`${ingrid.origin}/cases/${caseId}/opinion/question`);
  await ingrid.page.getByRole("link", { name: "See both side by side" }).click();
  for (const reader of [page, ingrid.page]) {
    const row = reader.getByRole("row").filter({ hasText: "Liver, segment VII" });
    await row.getByText("14 mm, and it touches the right hepatic vein").waitFor();
    await row.getByText("11 mm, 4 mm from the right hepatic vein").waitFor();
    await row.getByText(/^Major/).waitFor();
    expect(await faultsOf(reader)).toEqual([]);
  }
  await page.goto(`${origin}/cases/${caseId}/opinion/question`);
  await section(page, "Bottom line").waitFor();
  expect(await page.getByRole("button", { name: "Finish and reveal…" }).count()).toBe(0);
}, 300_000);

test("a major difference asks for a word with the treating clinician, the missing record for its place in the limitations; then it is signed", async () => {
  const [ingrid, adaeze] = await Promise.all([visit.enter("ingrid", desk), visit.enter("adaeze", desk)]);
  const caseId = await caseOf(ingrid, oncology);
  await openSection(ingrid, caseId, findings);
  await addItem(ingrid.page, findings, {
    button: "Add a finding",
    name: "Finding 7",
    main: "Text",
    words: "A fourth lesion of 5 mm",
    facts: { Examination: "CT", Where: "Liver, segment II", "First reading": "Not seen" },
    choices: { "Against it": "Major: changes the operation" },
  });
  await waitUntilSaved(ingrid.page);
  await openRecommendations(ingrid, caseId);
  const contact = "Finding 7 changes the plan, and the treating doctor has not written about it yet";
  const unnamed = `${missing} is required and missing: the limitations do not name it`;
  const sheet = await answerOpenPoints(ingrid);
  for (const point of [contact, unnamed]) await sheet.getByText(point, { exact: true }).waitFor();
  await ingrid.page.getByRole("button", { name: "Keep writing" }).click();
  await writeIn(ingrid.page, limitations, ` ${missing} was not there.`);
  await waitUntilSaved(ingrid.page);

  await adaeze.page.goto(`${adaeze.origin}/cases/${caseId}/opinion/findings`);
  const finding = section(adaeze.page, "Finding 7, Text");
  await finding.waitFor();
  await remarkOn(adaeze.page, finding, "fourth lesion", {
    kind: "Comment",
    words: "Seen. Our surgeon knows, we wait for the MRI.",
    audience: "Clinicians",
  });
  const again = await answerOpenPoints(ingrid);
  for (const point of [contact, unnamed])
    expect(await again.getByText(point, { exact: true }).count()).toBe(0);
  await ingrid.page.getByRole("button", { name: "Keep writing" }).click();
  await sign(ingrid);
  await ingrid.page.getByRole("article").getByText("A fourth lesion of 5 mm").waitFor();
}, 300_000);

const day = 86_400_000;

/** From the coordinator to the referring clinician, as something the opinion needs. */
async function askForPathology(joana: Visitor, caseId: string): Promise<void> {
  const { page } = joana;
  await openRecords(joana, caseId);
  await page.getByRole("button", { name: "Ask for something else" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("What", { exact: true }).fill(missing);
  await dialog.getByText("Dr Adaeze Okonkwo").click();
  await dialog.getByLabel("Why it matters").fill(blocks);
  await dialog.getByRole("checkbox", { name: /^The opinion needs it/ }).check();
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Send the request" }).click();
  await dialog.waitFor({ state: "hidden" });
}

interface Clocks {
  readonly clocks: readonly { readonly kind: string; readonly due: string | null }[];
}

/** The instant by which the opinion is due, as the server has it. */
async function opinionDue(visitor: Visitor, caseId: string): Promise<number> {
  const { clocks } = await ask<Clocks>(visitor, `/cases/${caseId}`);
  return Date.parse(clocks.find(({ kind }) => kind === "opinion")?.due ?? "");
}

/** As if all of it had happened two days earlier. A clock goes on with its case where both have stood since the same instant. */
async function passTwoDaysOfPause(): Promise<void> {
  const open = await openDatabase(visit.database ?? "");
  await open.query("update lifecycle_event set at = at - interval '48 hours'");
  const { rowCount } = await open.query(
    "update clock_pause set from_at = from_at - interval '48 hours' where to_at is null",
  );
  await open.close();
  expect(rowCount).toBeGreaterThan(0);
}
