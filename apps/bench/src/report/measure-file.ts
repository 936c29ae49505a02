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

/** Of the file whose size and check are measured; every byte of the other one, with two small ones, may be turned. */
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
    const large = await fileOf(input, pictures, 512);
    const checks: number[] = [];
    for (let round = 0; round < rounds; round += 1) checks.push((await open(page, path, large)).took);
    const small = Buffer.from(await fileOf(sampleInput, 2, 160));
    return figuresOf(
      Buffer.byteLength(large),
      checks,
      flips,
      await countOverlooked(browser, folder.path, small, flips),
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

/** With so many pictures of so many pixels a side; one of 512 has 140 kB. */
async function fileOf(input: ReportInput, count: number, side: number): Promise<string> {
  const images = new Map(
    Array.from({ length: count }, (_, at) => [`image-${at}`, drawPng(side, side, 16)] as const),
  );
  const [first] = sampleInput.keyImages;
  const keyImages = [...images].flatMap(([id, bytes]) =>
    first
      ? [
          {
            ...first,
            id,
            sha256: createHash("sha256").update(bytes).digest("hex"),
            width: side,
            height: side,
          },
        ]
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
async function countOverlooked(
  browser: Browser,
  folder: string,
  file: Buffer,
  flips: number,
): Promise<number> {
  const random = createSeededRandom(7);
  const turns = Array.from({ length: flips }, () => ({
    at: random.below(file.length),
    bit: 1 << random.below(8),
  }));
  const counts = Array.from({ length: besides }, async (_, own) => {
    const page = await browser.newPage();
    const path = join(folder, `turned-${own}.html`);
    const mine = turns.filter((__, at) => at % besides === own);
    return overlookedOf(page, path, file, mine);
  });
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

/** So many pages at once: most of a page's time is waiting. */
const besides = 4;

async function overlookedOf(
  page: Page,
  path: string,
  file: Buffer,
  turns: readonly { readonly at: number; readonly bit: number }[],
): Promise<number> {
  const { state } = await open(page, path, file);
  const shown: unknown = await page.evaluate(everything);
  if (state !== "unchanged") throw new Error("The file does not say that it is unchanged.");
  let overlooked = 0;
  for (const { at, bit } of turns) {
    const bytes = Buffer.from(file);
    bytes[at] = (bytes[at] ?? 0) ^ bit;
    const { state: said } = await open(page, path, bytes);
    if (said === "unchanged" && (await page.evaluate(everything)) !== shown) overlooked += 1;
  }
  await page.close();
  return overlooked;
}

const everything = "document.documentElement.outerHTML";
