import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, spine } from "./case-of.ts";
import { choose, fileOf, openAdding, recordsOf } from "./hand-over.ts";
import { journey } from "./journey.ts";
import { openRecords, unfolded } from "./missing-records.ts";
import { pdfOf } from "./pdf-letter.ts";
import { telephone } from "./viewports.ts";
import type { Visitor } from "./visitor.ts";

const visit = journey();

const gap = ({ page }: Visitor, name: RegExp) => page.locator("li", { has: page.getByText(name) }).last();

test("a specialist asks the patient for a record from the gap; the patient does not have it, and both lists say so at once", async () => {
  const [miriam, ngozi] = await Promise.all([visit.enter("miriam"), visit.enter("ngozi", telephone)]);
  const caseId = await caseOf(miriam, spine);
  await openRecords(miriam, caseId);
  await openRecords(ngozi, caseId);
  await (await unfolded(miriam)).getByRole("button", { name: /^Bone density/ }).click();
  const dialog = miriam.page.getByRole("dialog");
  await dialog.getByText("Ngozi Obi-Lindqvist").click();
  expect(await faultsOf(miriam.page)).toEqual([]);
  await dialog.getByRole("button", { name: "Send the request" }).click();
  await dialog.waitFor({ state: "hidden" });

  await gap(ngozi, /^Bone density$/)
    .getByText(/^You were asked for this, by /)
    .waitFor();
  expect(await faultsOf(ngozi.page)).toEqual([]);
  await ngozi.page.getByRole("button", { name: "I do not have it…" }).tap();
  const answer = ngozi.page.getByRole("dialog");
  await answer.getByLabel("Anything that helps us find it").fill("It was never made.");
  await answer.getByRole("button", { name: "I do not have it", exact: true }).tap();
  await answer.waitFor({ state: "hidden" });
  for (const visitor of [ngozi, miriam]) {
    const folded = await unfolded(visitor);
    await folded.getByText("Not to be had: It was never made.").waitFor();
  }
});

test("a specialist asks for something that no list names; the patient adds it and says that it is the one", async () => {
  const [miriam, ngozi] = await Promise.all([visit.enter("miriam"), visit.enter("ngozi", telephone)]);
  const caseId = await caseOf(miriam, spine);
  await openRecords(miriam, caseId);
  await miriam.page.getByRole("button", { name: "Ask for something else" }).click();
  const dialog = miriam.page.getByRole("dialog");
  await dialog.getByLabel("What", { exact: true }).fill("Letter of the rheumatologist");
  await dialog.getByText("Ngozi Obi-Lindqvist").click();
  await dialog.getByRole("button", { name: "Send the request" }).click();
  await dialog.waitFor({ state: "hidden" });

  await ngozi.page.goto(`${ngozi.origin}/cases/${caseId}`);
  await ngozi.page.getByRole("heading", { name: "You were asked for a record" }).waitFor();
  await openAdding(ngozi, caseId);
  await choose(ngozi.page, "Files", [fileOf("rheumatology.pdf", pdfOf(["Dr Vance sees no arthritis."]))]);
  await ngozi.page.getByText(/^One file became 1 document/).waitFor();
  await openRecords(ngozi, caseId);
  await ngozi.page.getByRole("button", { name: "That is it" }).tap();
  for (const visitor of [ngozi, miriam]) {
    await visitor.page.getByRole("button", { name: "That is it" }).waitFor({ state: "hidden" });
    const folded = await unfolded(visitor);
    await folded.getByText("Letter of the rheumatologist").waitFor();
    expect(await folded.getByText("Letter of the rheumatologist").count()).toBe(1);
  }
});

test("the coordinator marks a record as revealing, and it leaves the list of whoever reads blind until that is taken back", async () => {
  const [joana, tomasz] = await Promise.all([visit.enter("joana"), visit.enter("tomasz")]);
  const caseId = await caseOf(joana, spine);
  const record = (await recordsOf(joana, caseId)).find(({ title }) => title.startsWith("Physiotherapy"));
  await openRecords(tomasz, caseId);
  const inList = tomasz.page.locator(".record-rail").getByText("Physiotherapy, end report");
  await inList.waitFor();
  await joana.page.goto(`${joana.origin}/cases/${caseId}/records/${record?.id}`);
  await joana.page.getByRole("button", { name: "More for this record" }).click();
  await joana.page.getByRole("menuitem", { name: "Mark: it reveals the first opinion" }).click();
  const badge = joana.page.locator(".record-rail-item[aria-current]").getByText("Reveals the first opinion");
  await badge.waitFor({ state: "attached" });
  await inList.waitFor({ state: "hidden" });
  expect((await recordsOf(tomasz, caseId)).map(({ id }) => id)).not.toContain(record?.id);

  await joana.page.getByRole("button", { name: "More for this record" }).click();
  await joana.page.getByRole("menuitem", { name: /^Take back that it reveals/ }).click();
  await badge.waitFor({ state: "detached" });
  await inList.waitFor();
});
