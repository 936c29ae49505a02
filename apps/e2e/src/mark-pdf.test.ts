import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, oncology } from "./case-of.ts";
import { chosen, commentOnChosen, rowOfMark } from "./chosen.ts";
import { draw } from "./hand-drawn.ts";
import { fileOf, handOver, recordWith } from "./hand-over.ts";
import { journey } from "./journey.ts";
import { pdfOf } from "./pdf-letter.ts";
import { takePhoto } from "./photograph.ts";
import type { Visitor } from "./visitor.ts";
import { chooseWords, threadWith } from "./words.ts";

const visit = journey();

const letter = pdfOf([
  "She came to us in May.",
  "The dose was halved on the second day.",
  "With kind regards.",
]);

async function open({ page, origin }: Visitor, caseId: string, record: string): Promise<Page> {
  await page.goto(`${origin}/cases/${caseId}/records/${record}`);
  await page.locator(".paper-page").first().waitFor();
  return page;
}

/** What was handed over has become a record with this title. */
const untilThere = (page: Page, title: string): Promise<void> =>
  page.getByRole("main").getByRole("link", { name: title, exact: true }).waitFor();

const pageOf = (page: Page, number: number): Locator => page.locator(`.paper-page[data-page="${number}"]`);

/** Goes there by the number field, and waits for the words. */
async function turnTo(page: Page, number: number, words: string): Promise<void> {
  await page.getByRole("textbox", { name: "Page", exact: true }).fill(String(number));
  await page.keyboard.press("Enter");
  await pageOf(page, number).locator(".paper-words").getByText(words).waitFor();
}

test("words of a PDF that one comments the other finds by the list of marks; who is no clinician gets none of it", async () => {
  const [adaeze, ingrid, marisol] = await Promise.all([
    visit.enter("adaeze"),
    visit.enter("ingrid"),
    visit.enter("marisol"),
  ]);
  const caseId = await caseOf(adaeze, oncology);
  await handOver(adaeze, caseId, [fileOf("Discharge letter.pdf", letter)]);
  await untilThere(adaeze.page, "Discharge letter");
  const record = await recordWith(adaeze, caseId, "document", "Discharge letter");
  const [hers, theirs] = await Promise.all([adaeze, ingrid, marisol].map((one) => open(one, caseId, record)));
  if (!hers || !theirs) throw new Error("Both have come");
  await turnTo(hers, 2, "The dose was halved");
  await chooseWords(pageOf(hers, 2).locator(".paper-words"), "halved on the second day");
  await commentOnChosen(hers, "halved on the second day", {
    kind: "Comment",
    words: "Nobody told us why.",
    audience: "Clinicians",
  });
  await threadWith(theirs, "Nobody told us why.").waitFor();
  const mark = pageOf(theirs, 2).locator("button.paper-mark");
  await mark.waitFor({ state: "attached" });
  const plate = pageOf(hers, 2).locator(".paper-mark-plate");
  expect(await mark.locator(".paper-mark-plate").textContent()).toBe(await plate.textContent());
  expect(await mark.getAttribute("data-person")).not.toBeNull();
  expect(await mark.getAttribute("data-person")).toBe(
    await pageOf(hers, 2).locator("button.paper-mark").getAttribute("data-person"),
  );

  // From another record, over the list of all marks, to the page.
  await theirs.goto(`${ingrid.origin}/cases/${caseId}/records`);
  await (await rowOfMark(theirs, "Nobody told us why.")).click();
  await pageOf(theirs, 2).locator(".paper-words").getByText("The dose was halved").waitFor();
  await expect.poll(() => isInSight(mark)).toBe(true);
  expect(await faultsOf(theirs)).toEqual([]);

  await marisol.page.goto(`${marisol.origin}/cases/${caseId}/records/${record}`);
  await pageOf(marisol.page, 1).locator(".paper-words").getByText("She came to us").waitFor();
  expect(await marisol.page.locator("button.paper-mark").count()).toBe(0);
  expect(await marisol.received.find(["Nobody told us why."])).toEqual([]);
});

const isInSight = (element: Locator): Promise<boolean> =>
  element.evaluate((mark) => {
    const { top, bottom } = mark.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });

test("a region is seen while it is drawn, with its author, and stays when it was commented: on a PDF", async () => {
  const [adaeze, ingrid] = await Promise.all([visit.enter("adaeze"), visit.enter("ingrid")]);
  const caseId = await caseOf(adaeze, oncology);
  await handOver(adaeze, caseId, [fileOf("Stamped letter.pdf", pdfOf(["With the stamp of the ward."]))]);
  await untilThere(adaeze.page, "Stamped letter");
  const record = await recordWith(adaeze, caseId, "document", "Stamped letter");
  const drawn = await drawTogether(adaeze, ingrid, { caseId, record, quote: "Region on page 1" });
  expectAsDrawn(drawn);
  expect(drawn.seen.length).toBe(4);
});

test("a region is seen while it is drawn, with its author, and stays when it was commented: on photographs", async () => {
  const [adaeze, ingrid] = await Promise.all([visit.enter("adaeze"), visit.enter("ingrid")]);
  const caseId = await caseOf(adaeze, oncology);
  const photo = await takePhoto(adaeze.page, { light: "day", isTurned: false });
  await handOver(adaeze, caseId, [fileOf("Box of tablets.jpg", photo)]);
  await untilThere(adaeze.page, "Box of tablets");
  const record = await recordWith(adaeze, caseId, "pictures", "Box of tablets");
  const drawn = await drawTogether(adaeze, ingrid, { caseId, record, quote: "Region on picture 1" });
  expectAsDrawn(drawn);
  expect(drawn.seen.length).toBe(4);
});

interface Drawn {
  readonly caseId: string;
  readonly record: string;
  /** What the form calls the region. */
  readonly quote: string;
}

/** Returns where the region lies for the author and for the reader. */
async function drawTogether(author: Visitor, reader: Visitor, { caseId, record, quote }: Drawn) {
  const [hers, theirs] = await Promise.all([open(author, caseId, record), open(reader, caseId, record)]);
  await pageOf(hers, 1).locator("canvas, img").waitFor();
  await hers.getByRole("button", { name: "Choose a region" }).click();
  const drawn = pageOf(theirs, 1).locator('.paper-mark[data-look="drawn"]');
  await draw(hers, pageOf(hers, 1), [0.2, 0.1], [0.6, 0.2], () => drawn.waitFor());
  await chosen(hers).waitFor();
  await drawn.waitFor({ state: "detached" });
  await commentOnChosen(hers, quote, {
    kind: "Comment",
    words: "Hard to read here.",
    audience: "Clinicians",
  });
  const mark = "button.paper-mark[data-region]";
  await pageOf(theirs, 1).locator(`${mark} .paper-mark-plate`).waitFor();
  expect(await faultsOf(theirs)).toEqual([]);
  const [own, seen] = await Promise.all([placeOn(pageOf(hers, 1), mark), placeOn(pageOf(theirs, 1), mark)]);
  return { own, seen };
}

/** Within a twentieth of the page: as the hand has drawn it. */
function expectAsDrawn({ own, seen }: Awaited<ReturnType<typeof drawTogether>>): void {
  expect(seen).toEqual(own);
  for (const [at, part] of [0.2, 0.1, 0.4, 0.1].entries()) expect(own[at]).toBeCloseTo(part, 1);
}

/** Left, top, width, height, as parts of the page, in thousandths. */
const placeOn = (page: Locator, mark: string): Promise<readonly number[]> =>
  page.evaluate((frame, selector) => {
    const inner = frame.querySelector(selector)?.getBoundingClientRect();
    const outer = frame.getBoundingClientRect();
    if (!inner) throw new Error("There is no mark.");
    const parts = [
      (inner.left - outer.left) / outer.width,
      (inner.top - outer.top) / outer.height,
      inner.width / outer.width,
      inner.height / outer.height,
    ];
    return parts.map((part) => Math.round(part * 1000) / 1000);
  }, mark);
