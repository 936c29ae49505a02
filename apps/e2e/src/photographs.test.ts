import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, oncology } from "./case-of.ts";
import { choose, type FileToSend, openAdding, recordsOf } from "./hand-over.ts";
import { journey } from "./journey.ts";
import { lookOf, type PhotoToTake, takePhoto } from "./photograph.ts";
import { telephone } from "./viewports.ts";
import type { Visitor } from "./visitor.ts";

const visit = journey();

async function photograph({ page }: Visitor, photo: PhotoToTake): Promise<readonly FileToSend[]> {
  return [{ name: "image.jpg", mimeType: "image/jpeg", buffer: await takePhoto(page, photo) }];
}

test("with a telephone a patient takes two photographs, takes a dark one again, and sends them; the referring doctor sees them upright", async () => {
  const [marisol, adaeze] = await Promise.all([visit.enter("marisol", telephone), visit.enter("adaeze")]);
  const { page } = marisol;
  const caseId = await caseOf(marisol, oncology);
  await openAdding(marisol, caseId);
  await choose(page, "Photograph", await photograph(marisol, { light: "day", isTurned: true }));
  await page.getByText("One page, not sent yet").waitFor();
  await choose(page, "Take another page", await photograph(marisol, { light: "night", isTurned: false }));
  await page.getByText("Page 2 is too dark to read. Take it again.").waitFor();
  expect(await page.getByText(/^Page 1 (is|looks)/).count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
  await choose(page, "Take page 2 again", await photograph(marisol, { light: "day", isTurned: false }));
  await page.getByText("Page 2 is too dark to read. Take it again.").waitFor({ state: "hidden" });
  await page.getByLabel("What is it?").fill("Letter from the hospital");
  await page.getByRole("button", { name: "Send 2 pages" }).tap();
  await page.getByText("2 files became 1 set of photographs.").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("link", { name: "Letter from the hospital" }).first().tap();
  await seeBothUpright(marisol);

  const records = await recordsOf(adaeze, caseId);
  const [record, ...more] = records.filter(({ kind }) => kind === "pictures");
  expect(more).toEqual([]);
  expect(record?.title).toBe("Letter from the hospital");
  await adaeze.page.goto(`${adaeze.origin}/cases/${caseId}/records`);
  await adaeze.page.getByRole("link", { name: "Letter from the hospital" }).first().click();
  await seeBothUpright(adaeze);
});

async function seeBothUpright({ page }: Visitor): Promise<void> {
  for (const number of [1, 2]) {
    const frame = `.paper-page[data-page="${number}"]`;
    await page.locator(frame).scrollIntoViewIfNeeded();
    await page.locator(`${frame} img`).waitFor();
    const { band, below, isUpright } = await lookOf(page, `${frame} img`);
    expect(isUpright).toBe(true);
    expect(band).toBeLessThan(90);
    expect(below).toBeGreaterThan(180);
  }
}
