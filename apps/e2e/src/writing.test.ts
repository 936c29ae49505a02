import { expect, test } from "vitest";
import { caseOf, oncology } from "./case-of.ts";
import { limitations, openOpinion, plainSummary, textIn, waitUntilSaved } from "./desk.ts";
import { journey } from "./journey.ts";
import { share } from "./sharing.ts";

const visit = journey();

const chosen = (page: { evaluate: (act: () => string) => Promise<string> }) =>
  page.evaluate(() => String(getSelection()));

const ris = `search results
TY  - JOUR
AU  - Weinstein, James N
TI  - Surgical versus nonsurgical therapy for lumbar spinal stenosis
JO  - N Engl J Med
PY  - 2008
DO  - 10.1056/NEJMoa0707136
ER  - 
TY  - JOUR
TI  - The same trial under another title
PY  - 2008
ER  - 
`;

test("an empty section begins with the template, at the first place to fill in; undo takes back all of it at once", async () => {
  const ingrid = await visit.enter("ingrid");
  const { page } = ingrid;
  const editor = await openOpinion(ingrid, oncology, limitations);
  const before = await textIn(editor);
  await editor.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await page.getByRole("button", { name: "Start from the template" }).click();
  await editor.getByText("Nobody examined the patient").waitFor();
  await expect.poll(() => chosen(page)).toBe("[…]");
  await page.keyboard.insertText("The pathology slides.");
  expect(await textIn(editor)).toContain("what that leaves open: The pathology slides.");
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+z");
  await page.getByRole("button", { name: "Start from the template" }).waitFor();
  expect(await textIn(editor)).toBe("");
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => textIn(editor)).toBe(before);
  await waitUntilSaved(page);
});

test("a word that patients may not know leads to its place, and explains itself to the patient by the keyboard", async () => {
  const [ingrid, marisol] = await Promise.all([visit.enter("ingrid"), visit.enter("marisol")]);
  await openOpinion(ingrid, oncology, plainSummary);
  await ingrid.page.getByRole("button", { name: /must be done/ }).click();
  await ingrid.page.getByText(/Grade \d+: Flesch-Kincaid/).waitFor();
  await ingrid.page.getByRole("button", { name: "Show all" }).click();
  await ingrid.page
    .getByRole("button", { name: "Go there: “MRI scan” is not explained in the plain summary" })
    .click();
  await expect.poll(() => chosen(ingrid.page)).toBe("MRI scan");

  await share(ingrid.page, "Patient", "As a version");
  const caseId = await caseOf(marisol, oncology);
  await marisol.page.goto(`${marisol.origin}/cases/${caseId}/opinion/plain`);
  const word = marisol.page.getByRole("button", { name: "MRI scan", exact: true });
  await word.focus();
  await word.press("Enter");
  await marisol.page.getByText("A scan that makes pictures with magnets and radio waves.").waitFor();
  await word.press("Escape");
  await marisol.page.getByText("A scan that makes pictures").waitFor({ state: "hidden" });
});

test("sources come from a file with what was not understood, and two that are one become one and two again", async () => {
  const ingrid = await visit.enter("ingrid");
  const { page } = ingrid;
  await openOpinion(ingrid, oncology, { address: "recommendations", name: "Recommendations" });
  await page.getByRole("button", { name: "Import sources" }).click();
  const dialog = page.getByRole("dialog", { name: "Import sources" });
  await dialog
    .getByLabel("Choose a file")
    .setInputFiles({ name: "two.ris", mimeType: "text/plain", buffer: Buffer.from(ris) });
  await dialog.getByText("Line 1: outside of any source.").waitFor();
  await dialog.getByRole("button", { name: "Add 2 sources" }).click();
  await dialog.waitFor({ state: "hidden" });

  const doi = page.getByRole("textbox", { name: "Source 8, DOI" });
  await doi.fill("none");
  await doi.blur();
  await page.getByText("No DOI: one begins with 10. and has a slash.").waitFor();
  await doi.fill("https://doi.org/10.1056/NEJMoa0707136.");
  await doi.blur();
  await expect.poll(() => doi.inputValue()).toBe("10.1056/nejmoa0707136");
  await page.getByText("Source 7 and source 8 are the same.").waitFor();
  await page.getByRole("button", { name: "Make one of them" }).click();
  await doi.waitFor({ state: "hidden" });
  await page.getByText("They are now source 7.").waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await doi.waitFor();
  await waitUntilSaved(page);
});
