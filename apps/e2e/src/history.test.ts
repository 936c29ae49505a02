import { expect, test } from "vitest";
import { caseOf, oncology } from "./case-of.ts";
import { findings, goToEnd, openOpinion, waitUntilSaved } from "./desk.ts";
import { journey } from "./journey.ts";

const visit = journey();

test("an author looks at how the opinion came to be: the timeline, a moment, the difference in colour, a named version", async () => {
  const ingrid = await visit.enter("ingrid");
  const editor = await openOpinion(ingrid, oncology, findings);
  await goToEnd(editor);
  await ingrid.page.keyboard.insertText(" Measured once more today.");
  await waitUntilSaved(ingrid.page);
  const { page } = ingrid;
  await page.goto(`${ingrid.origin}/cases/${await caseOf(ingrid, oncology)}/history`);
  const steps = page.getByRole("list", { name: "Changes, the oldest first" });
  await steps.waitFor();
  for (const more = page.getByRole("button", { name: "Later changes" }); await more.isVisible();)
    await more.click();
  await steps.getByRole("button", { name: /Measured once more today/ }).click();
  await page.getByText(/^Looking at /).waitFor();
  const added = page.getByRole("insertion").filter({ hasText: "Measured once more today." });
  await added.first().waitFor();
  expect(await added.first().evaluate((element) => getComputedStyle(element).backgroundColor)).not.toBe(
    "rgba(0, 0, 0, 0)",
  );
  await page.getByRole("button", { name: "Name this version" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("After the second measurement");
  await page.getByRole("dialog").getByRole("button", { name: "Name it" }).click();
  await page.getByText("After the second measurement").first().waitFor();
  await page.getByRole("link", { name: "Back to now" }).click();
  await editor.waitFor();
});
