import { ctSlice, writeDicom } from "@consilium/interchange";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, oncology } from "./case-of.ts";
import { journey } from "./journey.ts";
import type { Visitor } from "./visitor.ts";

const visit = journey();

const side = 96;

/** A disc of liver in air, 1 mm pixels, so many slices up. */
const slice = (at: number): Buffer =>
  Buffer.from(
    writeDicom(
      ctSlice({
        studyUid: "2.25.501",
        seriesUid: "2.25.502",
        instanceUid: `2.25.${600 + at}`,
        frameOfReference: "2.25.503",
        patient: { name: "Anonymous", id: "P1", birthDate: "", sex: "O" },
        studyDate: "20261110",
        studyDescription: "CT liver",
        seriesDescription: "Portal venous",
        seriesNumber: 3,
        instanceNumber: at,
        institution: "Northgate",
        bodyPart: "LIVER",
        rows: side,
        columns: side,
        position: [0, 0, at * 2.5],
        pixelSpacing: [1, 1],
        thicknessMm: 2.5,
        rescale: { slope: 1, intercept: 0 },
        window: { center: 50, width: 350 },
        pixels: Int16Array.from({ length: side * side }, (_, pixel) => {
          const [x, y] = [(pixel % side) - side / 2, Math.floor(pixel / side) - side / 2];
          return Math.hypot(x, y) < side / 3 ? 90 + at : -1000;
        }),
      }),
    ),
  );

const file = (name: string, buffer: Buffer) => ({ name, mimeType: "application/octet-stream", buffer });

async function handOver(
  { page, origin }: Visitor,
  caseId: string,
  files: readonly ReturnType<typeof file>[],
) {
  await page.goto(`${origin}/cases/${caseId}/records/add`);
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose files" }).click();
  await (await choosing).setFiles([...files]);
}

async function studyOf({ page, origin }: Visitor, caseId: string): Promise<string> {
  const answer = await page.request.get(`${origin}/api/cases/${caseId}/records?limit=200`);
  const { items }: { items: { id: string; kind: string }[] } = await answer.json();
  const study = items.find(({ kind }) => kind === "imaging-study");
  if (!study) throw new Error("There is no study.");
  return study.id;
}

async function openStudy(visitor: Visitor, caseId: string, record: string): Promise<Page> {
  const { page, origin } = visitor;
  await page.goto(`${origin}/cases/${caseId}/records/${record}`);
  await page.getByText("Slice 3 of 6").waitFor();
  await page.getByText("For review, not for primary diagnosis.").waitFor();
  return page;
}

/** With the hand, from one place of the picture to another: parts of its width and height. */
async function draw(
  page: Page,
  from: readonly [number, number],
  to: readonly [number, number],
): Promise<void> {
  const box = await page.locator("[data-surface=left]").boundingBox();
  if (!box) throw new Error("There is no picture.");
  const at = ([x, y]: readonly [number, number]) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 12 });
  await page.mouse.up();
}

test("files of several kinds are handed over; slices become a study, and each file has a word", async () => {
  const adaeze = await visit.enter("adaeze");
  const { page } = adaeze;
  const caseId = await caseOf(adaeze, oncology);
  await handOver(adaeze, caseId, [
    ...[5, 2, 6, 1, 3, 4].map((at) => file(`IM${at}`, slice(at))),
    file("letter.txt", Buffer.from("Stable since May.\n\nNo new lesion.")),
    file("drawing.svg", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>")),
  ]);
  await page.getByText("7 files became 1 note and 1 study.").waitFor();
  await page.getByText("drawing.svg").first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page
    .getByRole("link", { name: /CT liver/ })
    .first()
    .click();
  await page.getByText("Slice 3 of 6").waitFor();
});

/** Two people before the same study. */
async function bothInStudy(): Promise<{ readonly hers: Page; readonly theirs: Page }> {
  const [adaeze, ingrid] = await Promise.all([visit.enter("adaeze"), visit.enter("ingrid")]);
  const caseId = await caseOf(adaeze, oncology);
  await handOver(
    adaeze,
    caseId,
    [1, 2, 3, 4, 5, 6].map((at) => file(`IM${at}`, slice(at))),
  );
  await adaeze.page
    .getByRole("link", { name: /CT liver/ })
    .first()
    .waitFor();
  const record = await studyOf(adaeze, caseId);
  const [hers, theirs] = await Promise.all([
    openStudy(adaeze, caseId, record),
    openStudy(ingrid, caseId, record),
  ]);
  return { hers, theirs };
}

test("what one measures in a picture the other sees, and a key leads them to its slice", async () => {
  const { hers, theirs } = await bothInStudy();
  await hers.locator("[data-surface=left]").focus();
  await hers.keyboard.press("ArrowDown");
  await hers.getByText("Slice 4 of 6").waitFor();
  await hers.keyboard.press("l");
  await draw(hers, [0.45, 0.5], [0.55, 0.5]);
  await hers.locator(".marks-list .mark-row").getByText(/\d mm/).first().waitFor();
  await theirs.locator("[data-surface=left]").focus();
  await theirs.keyboard.press("]");
  await theirs.getByText("Slice 4 of 6").waitFor();
  const measured = await hers.locator(".mark-row span").first().innerText();
  expect(measured).toMatch(/\d mm/);
  await theirs.locator(".marks-list .mark-row").getByText(measured).first().waitFor();
});

const plane = (page: Page, name: string) => page.getByRole("application", { name, exact: true });

test("three planes cross at one point; who follows comes to it and leaves it with whoever is followed", async () => {
  const { hers, theirs } = await bothInStudy();
  await hers.locator("[data-surface=left]").focus();
  await hers.keyboard.press("m");
  await plane(hers, "Coronal, Slice 49 of 96").waitFor();
  await plane(hers, "Axial, Slice 3 of 6").focus();
  await hers.keyboard.press("ArrowDown");
  await plane(hers, "Axial, Slice 4 of 6").waitFor();
  expect(await faultsOf(hers)).toEqual([]);
  await theirs.getByText("looks at slice 4 in three planes").waitFor();
  await theirs.getByRole("button", { name: "Follow" }).click();
  await plane(theirs, "Axial, Slice 4 of 6").waitFor();
  await plane(hers, "Sagittal, Slice 49 of 96").focus();
  await hers.keyboard.press("ArrowDown");
  await plane(theirs, "Sagittal, Slice 50 of 96").waitFor();
  await hers.getByText("6 slices are here").waitFor({ state: "detached" });
  await hers.keyboard.press("p");
  await hers.locator(".marks-list .mark-row").getByText("94 HU").waitFor();
  await theirs.locator(".marks-list .mark-row").getByText("94 HU").waitFor();
  await hers.keyboard.press("m");
  await hers.locator("[data-surface=left]").waitFor();
  await hers.getByText("Slice 4 of 6").first().waitFor();
  await theirs.locator("[data-surface=left]").waitFor();
});
