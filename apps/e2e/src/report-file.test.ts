import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createSeededRandom } from "@consilium/foundation";
import { buildReport, htmlFile, printHtml, type Report, reportDigest } from "@consilium/report";
import { drawPng, sampleInput } from "@consilium/report/testing";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { launch } from "./chromium.ts";

const picture = drawPng(320, 240);
const images = new Map([["key-1", picture]]);
const sha256 = createHash("sha256").update(picture).digest("hex");
const report: Report = buildReport({
  ...sampleInput,
  keyImages: sampleInput.keyImages.map((image) => ({ ...image, sha256 })),
});

const folder = mkdtempSync(join(tmpdir(), "consilium-report-"));
let browser: Browser;
let file: string;
let plain: string;
beforeAll(async () => {
  browser = await launch();
  const printing = {
    digest: await reportDigest(report),
    checkAddress: "consilium.test/v/",
    reader: "clinician",
  } as const;
  file = await htmlFile(report, printing, { images, signatures: [] });
  plain = printHtml(report, printing, images);
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

async function open(page: Page, html: string | Buffer): Promise<void> {
  const path = join(folder, "report.html");
  writeFileSync(path, html);
  await page.goto(pathToFileURL(path).href);
}

/** What the file says of itself, when it has had its time. */
async function stateOf(page: Page): Promise<string> {
  await page
    .waitForFunction("document.getElementById('state')?.className !== ''", null, { timeout: 2_000 })
    .catch(() => undefined);
  return page.evaluate("document.getElementById('state')?.className ?? ''");
}

const looks = (["light", "dark"] as const).flatMap((colorScheme) =>
  [390, 1440].map((width) => ({ colorScheme, width })),
);

describe.each(looks)("in $colorScheme at $width px", ({ colorScheme, width }) => {
  test.for(["the page", "the file that checks itself"])(
    "%s has no fault that axe finds, and fits",
    async (which) => {
      // Axe is put into the page; the policy of the page is tried below.
      const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
      await open(page, which === "the page" ? plain : file);
      await page.getByRole("heading", { level: 1 }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
      await page.close();
    },
  );
});

test("the file says that it is unchanged, shows its picture, and asks nothing of any network", async () => {
  const page = await browser.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  await open(page, file);
  expect(await stateOf(page)).toBe("unchanged");
  expect(await page.getByRole("status").textContent()).toContain("consilium.test/v/");
  expect(await page.evaluate("document.querySelector('img').naturalWidth")).toBe(320);
  expect(await page.title()).toBe("Second medical opinion CN-4821, Marisol Quintana");
  expect(asked.filter((url) => !/^(?:file|data):/.test(url))).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});

test("another word in the page, in the signed report, in the policy or in the script is seen", async () => {
  const page = await browser.newPage();
  for (const [found, put] of [
    ["sparing the liver", "sparing the livez"],
    ["moderate", "uncertain"],
    ["script-src", "script-srx"],
    ['state = "unchanged"', 'state = "unchanged" '],
    ["<body>", '<body class="x">'],
    ["<!DOCTYPE html>", ""],
  ] as const) {
    expect(file).toContain(found);
    await open(page, file.replace(found, put));
    expect(await stateOf(page)).not.toBe("unchanged");
  }
  await page.close();
});

test("whichever byte is turned: the file says that it was changed, or shows what it showed", async () => {
  const page = await browser.newPage();
  await open(page, file);
  await stateOf(page);
  const shown: unknown = await page.evaluate("document.documentElement.outerHTML");
  const random = createSeededRandom(11);
  for (let round = 0; round < 60; round += 1) {
    const bytes = Buffer.from(file);
    const at = random.below(round < 40 ? bytes.length : 900);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    await open(page, bytes);
    const isSeen = (await stateOf(page)) !== "unchanged";
    expect(isSeen || (await page.evaluate("document.documentElement.outerHTML")) === shown).toBe(true);
  }
  await page.close();
});

test("what stands behind its end is shown nowhere, however late it is read", async () => {
  const page = await browser.newPage();
  await open(page, `${file}${"<p>Added by somebody</p>".repeat(50_000)}`);
  await page.locator("#state[class]").waitFor();
  await page.waitForLoadState();
  expect(await page.getByText("Added by somebody").count()).toBe(0);
  await page.close();
});
