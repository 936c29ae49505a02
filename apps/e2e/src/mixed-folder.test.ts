import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { makeZip } from "@consilium/record-import/testing";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { ask, caseOf, oncology } from "./case-of.ts";
import { slices, untilStudyIsOpen } from "./ct-slices.ts";
import { ecgFile } from "./ecg-file.ts";
import { bundleOf, dischargeBundle } from "./fhir-bundle.ts";
import { choose, openAdding, recordsOf } from "./hand-over.ts";
import { journey } from "./journey.ts";
import { pdfOf } from "./pdf-letter.ts";
import { takePhoto } from "./photograph.ts";
import { pyramidTiff } from "./pyramid-tiff.ts";
import type { Visitor } from "./visitor.ts";

const visit = journey();

let around: string;
beforeAll(async () => {
  around = await mkdtemp(join(tmpdir(), "consilium-mixed-"));
});
afterAll(() => rm(around, { recursive: true, force: true }));

const letter = pdfOf(["The margin was two millimetres."]);

/** What a patient brings on a stick: all of it about her, but for one file; some of it nothing that is read. */
async function contentOf(visitor: Visitor, caseId: string): Promise<Readonly<Record<string, Uint8Array>>> {
  const { patient } = await ask<{ patient: { name: string; born: string } }>(visitor, `/cases/${caseId}`);
  const [given = "", ...family] = patient.name.split(" ");
  const hers = bundleOf({ given, family: family.join(" "), birthDate: patient.born });
  const photo = await takePhoto(visitor.page, { light: "day", isTurned: true });
  const words = Buffer.from("Seen on the ward. She walks without help.");
  return {
    ...Object.fromEntries(slices(4, 2, 6, 1, 3, 5).map(({ name, buffer }) => [`CT/${name}`, buffer])),
    "Export/bundle.json": Buffer.from(JSON.stringify(hers)),
    "Export/neighbour.json": Buffer.from(JSON.stringify(dischargeBundle)),
    "Heart/resting": ecgFile(),
    "Letters/Theatre letter.pdf": letter,
    "Letters/the same again.pdf": letter,
    "Letters/Clinic letter/page 1.jpg": photo,
    "Letters/Clinic letter/page 2.jpg": await takePhoto(visitor.page, { light: "day", isTurned: false }),
    "Pathology/Block A3.tif": pyramidTiff(2560, 1664),
    "Ward.zip": makeZip([
      { name: "Ward/Round.txt", content: words },
      {
        name: "Ward/inner.zip",
        content: makeZip([{ name: "Second round.txt", content: Buffer.from("Home tomorrow.") }]),
      },
    ]),
    "Other/drawing.svg": Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"),
    "Other/torn.pdf": Buffer.from("%PDF-1.7\nnothing of the kind"),
    "Other/empty.txt": new Uint8Array(0),
  };
}

async function folderOf(content: Readonly<Record<string, Uint8Array>>): Promise<string> {
  const folder = join(around, "Stick");
  for (const [path, bytes] of Object.entries(content)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  return folder;
}

interface DeliveryAnswer {
  readonly id: string;
  readonly state: string;
  readonly records: readonly string[];
  readonly outcomes: readonly {
    readonly path: string;
    readonly is: string;
    readonly reason: string | null;
  }[];
}

async function newestDelivery(visitor: Visitor, caseId: string): Promise<DeliveryAnswer> {
  const { items } = await ask<{ items: readonly { id: string }[] }>(visitor, `/cases/${caseId}/deliveries`);
  return ask<DeliveryAnswer>(visitor, `/cases/${caseId}/deliveries/${items[0]?.id}`);
}

/** What each kind of record is looked at with, once its own room was loaded. */
const seenAs: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  "CT liver": untilStudyIsOpen,
  "ECG at rest": (page) => page.locator(".ecg-surface").waitFor(),
  "Theatre letter": (page) =>
    page.locator(".paper-words").getByText("The margin was two millimetres.").waitFor(),
  "Clinic letter": async (page) => {
    await page.locator('.paper-page[data-page="1"] img').waitFor();
    await page.locator('.paper-page[data-page="2"]').waitFor({ state: "attached" });
  },
  "Block A3": (page) => page.getByText("Scanned with 0.5 µm a pixel.").waitFor(),
  "Discharge summary": (page) => page.getByText("sent home on the third day").waitFor(),
  Round: (page) => page.getByText("She walks without help.").waitFor(),
  "Second round": (page) => page.getByText("Home tomorrow.").waitFor(),
};

test("a mixed folder is handed over: whose it is is asked, each file has its word, and each record opens for another", async () => {
  const [adaeze, ingrid] = await Promise.all([visit.enter("adaeze"), visit.enter("ingrid")]);
  const { page } = adaeze;
  const caseId = await caseOf(adaeze, oncology);
  const folder = await folderOf(await contentOf(adaeze, caseId));
  await openAdding(adaeze, caseId);
  await choose(page, "Choose a folder", folder);
  await page.getByText("One thing is left out. The rest is sent.").waitFor();
  await page.getByText("Stick/Other/empty.txt: the file is empty.").waitFor();

  await page.getByText(/^Two people are in these files: /).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: /^These are of / }).click();
  await page.getByText(/\d+ files became /).waitFor({ timeout: 60_000 });
  expect(await faultsOf(page)).toEqual([]);

  const { outcomes, records: made } = await newestDelivery(adaeze, caseId);
  const unread = outcomes.filter(({ is }) => is === "not-read" || is === "duplicate");
  expect(Object.fromEntries(unread.map(({ path, is, reason }) => [path, reason ?? is]))).toEqual({
    "Stick/Export/neighbour.json": "about-another",
    "Stick/Letters/the same again.pdf": "duplicate",
    "Stick/Other/drawing.svg": "svg-not-read",
    "Stick/Other/torn.pdf": "damaged",
  });
  for (const words of [
    "It is about somebody else.",
    "The file is damaged. Copy it again from where it came.",
  ])
    await page.getByText(words).first().waitFor();

  const records = (await recordsOf(ingrid, caseId)).filter(({ id }) => made.includes(id));
  expect(records.length).toBe(made.length);
  expect(records.filter(({ kind }) => kind === "laboratory").length).toBe(1);
  for (const [title, seen] of Object.entries(seenAs)) {
    const record = records.find((one) => one.title.includes(title));
    if (!record)
      throw new Error(`“${title}” became no record: ${records.map((one) => one.title).join(", ")}`);
    await ingrid.page.goto(`${ingrid.origin}/cases/${caseId}/records/${record.id}`);
    await seen(ingrid.page);
    expect(await faultsOf(ingrid.page)).toEqual([]);
  }
  await ingrid.page.goto(`${ingrid.origin}/cases/${caseId}/records/timeline`);
  await ingrid.page
    .getByRole("link", { name: /CT liver/ })
    .first()
    .waitFor();
  expect(await faultsOf(ingrid.page)).toEqual([]);
}, 240_000);
