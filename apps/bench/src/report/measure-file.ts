import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createSeededRandom } from "@consilium/foundation";
import { buildReport, htmlFile, type ReportInput, reportDigest } from "@consilium/report";
import { drawPng, sampleInput } from "@consilium/report/testing";
import type { Browser, Page } from "playwright-core";
import { createDataFolder } from "../measuring/data-folder.ts";
import type { Figure } from "../measuring/figures.ts";
import { spreadOf } from "../measuring/spread.ts";

const pictures = 20;

/** The one file that checks itself: its size with many pictures, how long it takes to say so, and what it overlooks. */
export async function measureFile(
  browser: Browser,
  input: ReportInput,
  { rounds, flips }: { readonly rounds: number; readonly flips: number },
): Promise<readonly Figure[]> {
  const folder = createDataFolder();
  const path = join(folder.path, "report.html");
  const page = await browser.newPage();
  try {
    const large = await fileOf(input, pictures);
    const checks: number[] = [];
    for (let round = 0; round < rounds; round += 1) checks.push((await open(page, path, large)).took);
    const small = Buffer.from(await fileOf(sampleInput, 0));
    return figuresOf(
      Buffer.byteLength(large),
      checks,
      flips,
      await countOverlooked(page, path, small, flips),
    );
  } finally {
    await page.close();
    folder.remove();
  }
}

const figuresOf = (
  bytes: number,
  checks: readonly number[],
  flips: number,
  overlooked: number,
): readonly Figure[] => [
  {
    name: "file-size",
    words: `the file, with ${pictures} key images`,
    unit: "MB",
    ours: spreadOf([bytes / 1e6]),
    target: { atMost: 5 },
  },
  {
    name: "file-check",
    words: "opening it until it says that it is unchanged",
    unit: "ms",
    ours: spreadOf(checks),
    target: { atMost: 1000 },
  },
  {
    name: "flips",
    words: `turned bytes of ${flips} that were overlooked`,
    unit: "",
    ours: spreadOf([overlooked]),
    target: { atMost: 0 },
  },
];

/** Pictures of 512 by 512 pixels and 140 kB. */
async function fileOf(input: ReportInput, count: number): Promise<string> {
  const images = new Map(
    Array.from({ length: count }, (_, at) => [`image-${at}`, drawPng(512, 512, 16)] as const),
  );
  const [first] = sampleInput.keyImages;
  const keyImages = [...images].flatMap(([id, bytes]) =>
    first
      ? [{ ...first, id, sha256: createHash("sha256").update(bytes).digest("hex"), width: 512, height: 512 }]
      : [],
  );
  const report = buildReport({ ...input, keyImages });
  const printing = {
    digest: await reportDigest(report),
    checkAddress: "consilium.test/v/",
    reader: "clinician",
  } as const;
  return htmlFile(report, printing, { images, signatures: [] });
}

async function open(
  page: Page,
  path: string,
  file: string | Buffer,
): Promise<{ readonly took: number; readonly state: unknown }> {
  writeFileSync(path, file);
  const began = performance.now();
  await page.goto(pathToFileURL(path).href);
  const state: unknown = await page.evaluate(settled);
  return { took: performance.now() - began, state };
}

/** In the page: what it says of itself. A script that a browser refused to run never says anything. */
const settled = `new Promise((resolve) => {
  const began = performance.now();
  const look = () => {
    const state = document.getElementById("state")?.className ?? "";
    if (state !== "" || performance.now() - began > 500) resolve(state);
    else setTimeout(look, 1);
  };
  look();
})`;

/** Turned bytes after which the file says "unchanged" and yet shows something else than before. */
async function countOverlooked(page: Page, path: string, file: Buffer, flips: number): Promise<number> {
  const random = createSeededRandom(7);
  const { state } = await open(page, path, file);
  const shown: unknown = await page.evaluate(everything);
  if (state !== "unchanged") throw new Error("The file does not say that it is unchanged.");
  let overlooked = 0;
  for (let flip = 0; flip < flips; flip += 1) {
    const bytes = Buffer.from(file);
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    const { state: said } = await open(page, path, bytes);
    if (said === "unchanged" && (await page.evaluate(everything)) !== shown) overlooked += 1;
  }
  return overlooked;
}

const everything = "document.documentElement.outerHTML";
