import { expect, test } from "vitest";
import { oncology } from "./case-of.ts";
import {
  assessment,
  expectEqualTexts,
  goToEnd,
  openOpinion,
  textIn,
  textInLog,
  waitUntilSaved,
} from "./desk.ts";
import { journey } from "./journey.ts";

const visit = journey();

test("two specialists type into one paragraph while the referring doctor reads: all end equal, and the log has it", async () => {
  const [ingrid, tomasz, adaeze] = await Promise.all([
    visit.enter("ingrid"),
    visit.enter("tomasz"),
    visit.enter("adaeze"),
  ]);
  const [hers, his, read] = await Promise.all([
    openOpinion(ingrid, oncology, assessment),
    openOpinion(tomasz, oncology, assessment),
    openOpinion(adaeze, oncology, assessment),
  ]);
  await Promise.all([goToEnd(hers), goToEnd(his)]);
  await Promise.all([
    hers.pressSequentially(" The vein stays clear."),
    his.pressSequentially(" Segment IV shows nothing new."),
  ]);
  await Promise.all([waitUntilSaved(ingrid.page), waitUntilSaved(tomasz.page)]);
  await expectEqualTexts([hers, his, read], () => textInLog(ingrid, oncology, assessment));
  // Typed at one place at once, letters may stand between one another; none is missing.
  const typed = " The vein stays clear. Segment IV shows nothing new.";
  expect(lettersOf((await textIn(hers)).slice(-typed.length))).toEqual(lettersOf(typed));
  expect(await read.getAttribute("aria-readonly")).toBe("true");
});

const lettersOf = (text: string): readonly string[] => text.split("").toSorted();
