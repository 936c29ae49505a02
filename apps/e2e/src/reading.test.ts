import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, oncology } from "./case-of.ts";
import { openStudy, slices } from "./ct-slices.ts";
import { fileOf, type FileToSend, handOver, recordWith } from "./hand-over.ts";
import { journey } from "./journey.ts";
import { pdfOf } from "./pdf-letter.ts";
import { protectedBy } from "./protected-pdf.ts";
import type { Visitor } from "./visitor.ts";

const visit = journey();

/** The record of a kind that these files have become. */
async function recordOf(visitor: Visitor, caseId: string, kind: string, title: string, files: FileToSend[]) {
  await handOver(visitor, caseId, files);
  const { page } = visitor;
  await page.getByRole("main").getByRole("link", { name: title }).first().waitFor();
  return recordWith(visitor, caseId, kind, title);
}

const pageNumber = (page: Page): Locator => page.getByRole("textbox", { name: "Page", exact: true });

/** Which page is read, as the field says it, whatever else comes into sight meanwhile. */
const untilOnPage = (page: Page, number: number): Promise<void> =>
  expect.poll(() => pageNumber(page).inputValue()).toBe(String(number));

test("what is searched in a PDF and the small pages beside it lead to the page", async () => {
  const adaeze = await visit.enter("adaeze");
  const caseId = await caseOf(adaeze, oncology);
  const letter = pdfOf([
    "She came to us in May.",
    "The dose was halved.",
    "Nothing of note.",
    "The dose was raised.",
  ]);
  const record = await recordOf(adaeze, caseId, "document", "Dose letter", [
    fileOf("Dose letter.pdf", letter),
  ]);
  const { page, origin } = adaeze;
  await page.goto(`${origin}/cases/${caseId}/records/${record}`);
  await page.locator(".paper-page").first().waitFor();
  await page.getByRole("button", { name: "Search in the document" }).click();
  await page.getByRole("searchbox", { name: "Words to search for" }).fill("the DOSE");
  await page.getByText("1 of 2", { exact: true }).waitFor();
  await untilOnPage(page, 2);
  await page.keyboard.press("Enter");
  await page.getByText("2 of 2", { exact: true }).waitFor();
  await untilOnPage(page, 4);
  await page.keyboard.press("Shift+Enter");
  await untilOnPage(page, 2);
  await page
    .getByRole("navigation", { name: "Small pictures of all pages" })
    .getByRole("button", { name: "Page 3" })
    .click();
  await untilOnPage(page, 3);
  expect(await faultsOf(page)).toEqual([]);
});

test("a PDF with a password says that it is locked, refuses another one, and opens with its own", async () => {
  const adaeze = await visit.enter("adaeze");
  const caseId = await caseOf(adaeze, oncology);
  const letter = pdfOf(["The margin was two millimetres."], undefined, protectedBy("rose"));
  const record = await recordOf(adaeze, caseId, "document", "Locked letter", [
    fileOf("Locked letter.pdf", letter),
  ]);
  const { page, origin } = adaeze;
  await page.goto(`${origin}/cases/${caseId}/records/${record}`);
  await page.getByText("This document is locked").waitFor();
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  expect(await faultsOf(page)).toEqual([]);
  const field = page.getByRole("textbox", { name: "Password of the document" });
  await field.fill("tulip");
  await page.keyboard.press("Enter");
  await page.getByText("That is not the password of this document.").waitFor();
  await field.fill("rose");
  await page.getByRole("button", { name: "Open it" }).click();
  await page.locator(".paper-words").getByText("The margin was two millimetres.").waitFor();
  expect(sent.filter((one) => one.includes("rose"))).toEqual([]);
});

/** The brightest point of a picture on screen, 0 to 255. */
const brightest = (canvas: Locator): Promise<number> =>
  canvas.evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement)) throw new Error("That is no canvas.");
    // A copy: the picture stays where it is drawn.
    const copy = new OffscreenCanvas(element.width, element.height);
    const pen = copy.getContext("2d", { willReadFrequently: true });
    if (!pen) throw new Error("This browser does not draw.");
    pen.drawImage(element, 0, 0);
    const { data } = pen.getImageData(0, 0, copy.width, copy.height);
    return data.reduce((most, value, at) => (at % 4 === 3 ? most : Math.max(most, value)), 0);
  });

test("a browser without WebGL shows the pictures of a study, and its three planes", async () => {
  const adaeze = await visit.enter("adaeze");
  const { page, context } = adaeze;
  await context.addInitScript(withoutWebGl);
  const caseId = await caseOf(adaeze, oncology);
  const record = await recordOf(adaeze, caseId, "imaging-study", "CT liver", [...slices(1, 2, 3, 4, 5, 6)]);
  await openStudy(adaeze, caseId, record);
  await expect.poll(() => brightest(page.locator(".pane-picture canvas"))).toBeGreaterThan(100);
  await page.locator("[data-surface=left]").focus();
  await page.keyboard.press("ArrowDown");
  await page.getByText("Slice 4 of 6").waitFor();
  await page.keyboard.press("m");
  for (const plane of await page.locator(".plane-canvas").all())
    await expect.poll(() => brightest(plane)).toBeGreaterThan(100);
  expect(await page.locator(".plane-canvas").count()).toBe(3);
});

/** Runs in the page, where it has nothing but itself. */
function withoutWebGl(): void {
  for (const made of [HTMLCanvasElement, OffscreenCanvas]) {
    const get: unknown = Reflect.get(made.prototype, "getContext");
    Object.defineProperty(made.prototype, "getContext", {
      value(this: unknown, ...asked: readonly unknown[]) {
        if (/^(webgl|webgpu|experimental)/.test(String(asked[0]))) return null;
        return typeof get === "function" ? (Reflect.apply(get, this, asked) as unknown) : null;
      },
    });
  }
}
