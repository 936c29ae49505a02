import { secureRandom, systemClock } from "@consilium/foundation";
import { indexDocument, makeAnchor, writeLayer } from "@consilium/workspace";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { caseOf, detailOf, handOf, oncology } from "./case-of.ts";
import { assessment, goToEnd, openOpinion, textInLog, waitUntilSaved } from "./desk.ts";
import { journey } from "./journey.ts";
import { writeIntoLog } from "./past-the-gate.ts";
import type { Visitor } from "./visitor.ts";
import { openThread } from "./words.ts";

const visit = journey();

test("200 threads in one section: all of them are counted, folded and can be opened, and one writes on", async () => {
  const [ingrid, adaeze] = await Promise.all([visit.enter("ingrid"), visit.enter("adaeze")]);
  const editor = await openOpinion(ingrid, oncology, assessment);
  await comment(adaeze, 200);
  // They come while the page is open, and stand as a few folds instead of 200 cards.
  const folds = foldsOf(ingrid.page);
  const cards = gutter(ingrid.page).getByRole("article").filter({ hasText: "What about this, number" });
  const all = async () => (await foldedIn(folds)) + (await cards.count());
  await expect.poll(all).toBeGreaterThanOrEqual(200);
  expect(await cards.count()).toBeLessThan(20);
  await unfold(ingrid.page);
  expect(await cards.count()).toBe(200);

  const middle = "What about this, number 100?";
  const hers = await openThread(ingrid.page, middle);
  await hers.getByRole("textbox", { name: "Reply" }).fill("Answered among two hundred.");
  await hers.getByRole("button", { name: "Reply", exact: true }).click();
  await openOpinion(adaeze, oncology, assessment);
  await foldsOf(adaeze.page).first().waitFor();
  await unfold(adaeze.page);
  await (await openThread(adaeze.page, middle)).getByText("Answered among two hundred.").waitFor();

  await goToEnd(editor);
  await editor.pressSequentially(" Written beside them.");
  await waitUntilSaved(ingrid.page);
  expect(await textInLog(ingrid, oncology, assessment)).toContain("Written beside them.");
});

const gutter = (page: Page) => page.getByRole("complementary", { name: "Comments and suggestions" });

const foldsOf = (page: Page) => gutter(page).getByRole("button", { name: /\d+ comments$/ });

async function unfold(page: Page): Promise<void> {
  const folds = foldsOf(page);
  while ((await folds.count()) > 0) await folds.first().click();
}

/** How many threads the folds stand for. */
async function foldedIn(folds: Locator): Promise<number> {
  const texts = await folds.allInnerTexts();
  return texts.reduce((sum, text) => sum + Number(/(\d+) comments$/.exec(text)?.[1]), 0);
}

/** So many comments in this person's layer, spread over the section. */
async function comment(visitor: Visitor, count: number): Promise<void> {
  const caseId = await caseOf(visitor, oncology);
  const hand = await handOf(visitor, caseId);
  const [opinion] = (await detailOf(visitor, caseId)).opinions;
  const target = `opinion.${opinion?.id}`;
  const layer = `layer.${hand.seat}.${target}.clinicians`;
  await writeIntoLog(
    visit.database ?? "",
    caseId,
    layer,
    hand,
    (own, read) => {
      const index = indexDocument(read);
      const where = { section: assessment.address };
      const length = index.place(where)?.text.length ?? 0;
      const writer = writeLayer(own, { clock: systemClock, random: secureRandom });
      for (let made = 0; made < count; made += 1) {
        const at = Math.floor((length * made) / count);
        const anchor = makeAnchor(index, where, at, Math.min(at + 12, length));
        const added = anchor.ok && writer.addComment(anchor.value, `What about this, number ${made}?`);
        if (!added || !added.ok) throw new Error(`Comment ${made} was not made`);
      }
      index.close();
    },
    target,
  );
}
