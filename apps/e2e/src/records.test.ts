import type { Route } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { bothInStudy } from "./both-in-study.ts";
import { caseOf, oncology } from "./case-of.ts";
import { slices, untilStudyIsOpen } from "./ct-slices.ts";
import { draw } from "./hand-drawn.ts";
import { choose, fileOf, handOver, openAdding } from "./hand-over.ts";
import { journey } from "./journey.ts";

const visit = journey();

test("files of several kinds are handed over; slices become a study, and each file has a word", async () => {
  const adaeze = await visit.enter("adaeze");
  const { page } = adaeze;
  const caseId = await caseOf(adaeze, oncology);
  await handOver(adaeze, caseId, [
    ...slices(5, 2, 6, 1, 3, 4),
    fileOf("letter.txt", Buffer.from("Stable since May.\n\nNo new lesion.")),
    fileOf("drawing.svg", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>")),
  ]);
  await page.getByText("7 files became 1 note and 1 study.").waitFor();
  await page.getByText("drawing.svg").first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page
    .getByRole("link", { name: /CT liver/ })
    .first()
    .click();
  await untilStudyIsOpen(page);
});

test("on a telephone one file of several is cancelled, the others become records, and a long name widens nothing", async () => {
  const marisol = await visit.enter("marisol", { viewport: { width: 390, height: 844 }, hasTouch: true });
  const { page } = marisol;
  const held: Route[] = [];
  await page.route("**/api/uploads", (route) => void held.push(route));
  await openAdding(marisol, await caseOf(marisol, oncology));
  const long = "Letter of the surgeon about the operation that was planned for the spring.txt";
  const names = [long, "by mistake.txt", "diary.txt"];
  await choose(
    page,
    "Files",
    names.map((name) => fileOf(name, Buffer.from(`What ${name} says.`))),
  );
  await page.getByRole("button", { name: "Cancel by mistake.txt" }).tap();
  await page.getByText("0 of 2 files").waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.unroute("**/api/uploads");
  await Promise.all(held.map((route) => route.continue().catch(() => undefined)));
  await page.getByText(/^2 files became /).waitFor();
});

test("what one measures in a picture the other sees, and a key leads them to its slice", async () => {
  const { hers, theirs } = await bothInStudy(visit);
  await hers.locator("[data-surface=left]").focus();
  await hers.keyboard.press("ArrowDown");
  await hers.getByText("Slice 4 of 6").waitFor();
  await hers.keyboard.press("l");
  await draw(hers, hers.locator("[data-surface=left]"), [0.45, 0.5], [0.55, 0.5]);
  await hers.locator(".marks-list .mark-row").getByText(/\d mm/).first().waitFor();
  await theirs.locator("[data-surface=left]").focus();
  await theirs.keyboard.press("]");
  await theirs.getByText("Slice 4 of 6").waitFor();
  const measured = await hers.locator(".mark-row span").first().innerText();
  expect(measured).toMatch(/\d mm/);
  await theirs.locator(".marks-list .mark-row").getByText(measured).first().waitFor();
});
