import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { bothInStudy } from "./both-in-study.ts";
import { caseOf, oncology } from "./case-of.ts";
import { fileOf, handOver, recordWith } from "./hand-over.ts";
import { journey } from "./journey.ts";
import { pdfOf } from "./pdf-letter.ts";
import { plane } from "./planes.ts";

const visit = journey();

test("who follows sees a stack as the other does, until they do something themselves", async () => {
  const { hers, theirs } = await bothInStudy(visit);
  await theirs.getByRole("button", { name: "Follow" }).first().click();
  await hers.locator("[data-surface=left]").focus();
  await hers.keyboard.press("2");
  await hers.keyboard.press("i");
  await hers.keyboard.press("+");
  await hers.keyboard.press("ArrowDown");
  await theirs.getByText("Slice 4 of 6").first().waitFor();
  await theirs
    .getByText(/^W 1,?500 /)
    .first()
    .waitFor();
  await expect.poll(() => seen(theirs)).toBe(await seen(hers));
  await theirs.locator("[data-surface=left]").focus();
  await theirs.keyboard.press("ArrowUp");
  await theirs.getByRole("button", { name: "Follow", exact: true }).first().waitFor();
  await theirs.getByText("Slice 3 of 6").first().waitFor();
});

const seen = (page: Page): Promise<string> => page.locator(".image-pane .pane-words").first().innerText();

test("who follows comes to the page of a document, the words of a note and the value of a laboratory", async () => {
  const [adaeze, ingrid] = await Promise.all([visit.enter("adaeze"), visit.enter("ingrid")]);
  const caseId = await caseOf(adaeze, oncology);
  const letter = pdfOf(["She came in May.", "The margin was two millimetres.", "She is well."]);
  const note = Array.from({ length: 60 }, (_, at) => `Day ${at + 1}: she is well.`).join("\n\n");
  await handOver(adaeze, caseId, [
    fileOf("Three pages.pdf", letter),
    fileOf("Sixty days.txt", Buffer.from(note)),
  ]);
  await adaeze.page.getByText("2 files became 1 note and 1 document.").waitFor();
  const open = async (kind: string, title: string) => {
    const record = await recordWith(adaeze, caseId, kind, title);
    for (const { page, origin } of [adaeze, ingrid])
      await page.goto(`${origin}/cases/${caseId}/records/${record}`);
  };
  const [hers, theirs] = [adaeze.page, ingrid.page];
  const follow = () => theirs.getByRole("button", { name: "Follow", exact: true }).first().click();

  await open("document", "Three pages");
  await hers.locator('.paper-page[data-page="1"] .paper-words').getByText("She came").waitFor();
  await follow();
  await hers.locator(".paper-stage").evaluate((stage) => stage.scrollTo({ top: stage.scrollHeight }));
  await theirs.getByText("looks at page 3").waitFor();
  await theirs.locator('.paper-page[data-page="3"] .paper-words').getByText("She is well.").waitFor();
  expect(await faultsOf(theirs)).toEqual([]);

  await open("note", "Sixty days");
  await follow();
  await hers.getByText("Day 40:").evaluate((words) => words.scrollIntoView({ block: "start" }));
  await expect.poll(() => isInSight(theirs, "Day 40:")).toBe(true);
  await theirs.getByText(/is at “Day \d+: she is well\.”/).waitFor();
  await theirs.getByRole("button", { name: "Stop following" }).waitFor();
  await theirs.getByText("Day 40:").hover();
  await theirs.mouse.wheel(0, -400);
  await theirs.getByRole("button", { name: "Follow", exact: true }).waitFor();
  expect(await faultsOf(theirs)).toEqual([]);

  await open("laboratory", "");
  await follow();
  const value = hers.locator("button.laboratory-cell").last();
  await value.click();
  const observation = await value.getAttribute("data-observation");
  await theirs.locator(`.laboratory-cell[data-lit][data-observation="${observation}"]`).waitFor();
  await theirs
    .locator(".reading-line")
    .getByText(/looks at .*, \d/)
    .waitFor();
});

const isInSight = (page: Page, words: string): Promise<boolean> =>
  page.getByText(words).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top > 0 && bottom < innerHeight;
  });

test("three planes cross at one point; who follows comes to it and leaves it with whoever is followed", async () => {
  const { hers, theirs } = await bothInStudy(visit);
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
  await hers.locator(".marks-list").getByRole("button", { name: /94 HU/ }).waitFor();
  await theirs.locator(".marks-list").getByRole("button", { name: /94 HU/ }).waitFor();
  await hers.keyboard.press("m");
  await hers.locator("[data-surface=left]").waitFor();
  await hers.getByText("Slice 4 of 6").first().waitFor();
  await theirs.locator("[data-surface=left]").waitFor();
});
