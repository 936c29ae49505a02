import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, oncology } from "./case-of.ts";
import { journey } from "./journey.ts";
import { pyramidTiff } from "./pyramid-tiff.ts";
import type { Visitor } from "./visitor.ts";

const visit = journey();

async function handOverScan({ page, origin }: Visitor, caseId: string): Promise<string> {
  await page.goto(`${origin}/cases/${caseId}/records/add`);
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose files" }).click();
  const buffer = pyramidTiff(2560, 1664);
  await (await choosing).setFiles([{ name: "Block A3.tif", mimeType: "image/tiff", buffer }]);
  await page.getByText("One file became 1 slide.").waitFor();
  const answer = await page.request.get(`${origin}/api/cases/${caseId}/records?limit=200`);
  const { items }: { items: { id: string; title: string }[] } = await answer.json();
  const slide = items.find(({ title }) => title === "Block A3");
  if (!slide) throw new Error("There is no slide.");
  return slide.id;
}

async function openSlide({ page, origin }: Visitor, caseId: string, record: string): Promise<Page> {
  await page.goto(`${origin}/cases/${caseId}/records/${record}`);
  await page.getByText("Scanned with 0.5 µm a pixel.").waitFor();
  await page.locator(".slide-scale").getByText("µm").waitFor();
  return page;
}

/** With the hand, from one place of the slide to another: parts of what is seen. */
async function draw(page: Page, from: readonly [number, number], to: readonly [number, number]) {
  const box = await page.locator(".slide-pane .pane-surface").boundingBox();
  if (!box) throw new Error("There is no slide.");
  const at = ([x, y]: readonly [number, number]) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 12 });
  return () => page.mouse.up();
}

test("a scan becomes a slide in tiles; what one marks on it the other sees, while it is drawn and afterwards", async () => {
  const [adaeze, ingrid] = await Promise.all([visit.enter("adaeze"), visit.enter("ingrid")]);
  const caseId = await caseOf(adaeze, oncology);
  const record = await handOverScan(adaeze, caseId);
  const tile = ingrid.page.waitForResponse(
    (response) => response.url().includes(`/slides/${record}/`) && response.status() === 200,
  );
  const [hers, theirs] = await Promise.all([
    openSlide(adaeze, caseId, record),
    openSlide(ingrid, caseId, record),
  ]);
  expect((await tile).headers()["content-type"]).toBe("image/jpeg");
  await hers.locator(".slide-pane .pane-surface").focus();
  await hers.keyboard.press("b");
  const letGo = await draw(hers, [0.35, 0.35], [0.6, 0.6]);
  await theirs.locator('.mark-layer [data-look="draft"]').first().waitFor({ state: "attached" });
  await letGo();
  await hers.getByPlaceholder("Words for this mark").fill("Cribriform glands");
  await hers.keyboard.press("Enter");
  await theirs
    .locator(".marks-list .mark-row")
    .getByText(/Cribriform glands, \d[\d.]* mm²/)
    .first()
    .waitFor();
  await theirs.getByText("looks at this slide").waitFor();
  expect(await faultsOf(theirs)).toEqual([]);
});
