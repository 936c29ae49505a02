import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { bothInStudy } from "./both-in-study.ts";
import { caseOf, oncology } from "./case-of.ts";
import { sliceWithTable } from "./ct-slices.ts";
import { draw } from "./hand-drawn.ts";
import { handOver, recordWith } from "./hand-over.ts";
import { journey } from "./journey.ts";
import { plane } from "./planes.ts";

const visit = journey();

/** How bright the outermost pixel of the stack's picture is, 0 to 255: there is air around the patient. */
const brightnessOfAir = (page: Page): Promise<number | undefined> =>
  page.locator(".pane-picture canvas").evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) return undefined;
    // Of a copy: the canvas itself is not made to be read again and again.
    const copy = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    copy?.drawImage(canvas, Math.floor(canvas.width / 2), canvas.height - 2, 1, 1, 0, 0, 1, 1);
    return copy?.getImageData(0, 0, 1, 1).data[0];
  });

test("how values are looked at goes with whoever looks, into the three planes and back to the slices", async () => {
  const { hers } = await bothInStudy(visit);
  const windows = hers.getByRole("combobox", { name: "Window", exact: true });
  await hers.locator("[data-surface=left]").focus();
  await hers.keyboard.press("3");
  await expect.poll(() => windows.inputValue()).toBe("bone");
  await hers.keyboard.press("m");
  await plane(hers, "Coronal, Slice 49 of 96").waitFor();
  expect(await windows.inputValue()).toBe("bone");
  await hers.keyboard.press("2");
  await hers.keyboard.press("i");
  await hers.keyboard.press("m");
  await hers.locator("[data-surface=left]").waitFor();
  await expect.poll(() => windows.inputValue()).toBe("lung");
  await expect.poll(() => brightnessOfAir(hers)).toBeGreaterThan(150);
});

test("values of a picture are those of its modality's table", async () => {
  const adaeze = await visit.enter("adaeze");
  const { page } = adaeze;
  const caseId = await caseOf(adaeze, oncology);
  await handOver(adaeze, caseId, [sliceWithTable()]);
  await page.getByRole("link", { name: "CT with a table" }).first().waitFor();
  const record = await recordWith(adaeze, caseId, "imaging-study", "CT with a table");
  await page.goto(`${adaeze.origin}/cases/${caseId}/records/${record}`);
  // Drawn: nothing can be measured before.
  await page.locator(".pane-picture canvas").waitFor();
  await expect.poll(() => brightnessOfAir(page)).toBeGreaterThan(0);
  await page.locator("[data-surface=left]").focus();
  await page.keyboard.press("p");
  await draw(page, page.locator("[data-surface=left]"), [0.5, 0.5], [0.5, 0.5]);
  await page
    .locator(".marks-list")
    .getByRole("button", { name: /3,?091 HU/ })
    .waitFor();
});
