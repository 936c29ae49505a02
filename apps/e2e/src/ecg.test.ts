import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { ask, caseOf, oncology } from "./case-of.ts";
import { ecgFile } from "./ecg-file.ts";
import { journey } from "./journey.ts";
import type { Visitor } from "./visitor.ts";

const visit = journey();

async function handOver({ page, origin }: Visitor, caseId: string): Promise<void> {
  await page.goto(`${origin}/cases/${caseId}/records/add`);
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose files" }).click();
  const file = { name: "ecg.dcm", mimeType: "application/octet-stream", buffer: ecgFile() };
  await (await choosing).setFiles([file]);
  await page
    .getByRole("link", { name: /ECG at rest/ })
    .first()
    .waitFor();
}

async function recordOf(visitor: Visitor, caseId: string): Promise<string> {
  const { items } = await ask<{ items: { id: string; kind: string }[] }>(
    visitor,
    `/cases/${caseId}/records?limit=200`,
  );
  const study = items.find(({ kind }) => kind === "imaging-study");
  if (!study) throw new Error("There is no study.");
  return study.id;
}

async function openEcg({ page, origin }: Visitor, caseId: string, record: string): Promise<Page> {
  await page.goto(`${origin}/cases/${caseId}/records/${record}`);
  await page.locator(".ecg-surface").waitFor();
  return page;
}

test("an ECG is drawn, measured by the keyboard, and seen by the other, who follows", async () => {
  const [adaeze, ingrid] = await Promise.all([visit.enter("adaeze"), visit.enter("ingrid")]);
  const caseId = await caseOf(adaeze, oncology);
  await handOver(adaeze, caseId);
  const record = await recordOf(adaeze, caseId);
  const [hers, theirs] = await Promise.all([
    openEcg(adaeze, caseId, record),
    openEcg(ingrid, caseId, record),
  ]);
  await hers.getByText("Filtered by the device: 0.05 to 40 Hz").waitFor();
  await hers.getByText("For review, not for primary diagnosis.").waitFor();
  await hers.getByText("60 /min").waitFor();
  expect(await faultsOf(hers)).toEqual([]);
  // Ten millimetres are 400 ms at 25 mm/s.
  await hers.locator(".ecg-surface").focus();
  await hers.keyboard.press("l");
  await hers.keyboard.press("Enter");
  await hers.keyboard.press("Shift+ArrowRight");
  await hers.keyboard.press("Shift+ArrowRight");
  await hers.keyboard.press("Enter");
  await hers.locator(".mark-row").getByText("400 ms, 150 a minute").first().waitFor();
  await theirs.locator(".mark-row").getByText("400 ms, 150 a minute").first().waitFor();
  await hers.keyboard.press("Escape");
  await hers.keyboard.press("s");
  await hers.keyboard.press("End");
  await theirs.getByText(/Adaeze.* looks at this tracing, from [1-9]/).waitFor();
  await theirs.getByRole("button", { name: "Follow" }).click();
  await theirs.getByRole("button", { name: "Stop following" }).waitFor();
});
