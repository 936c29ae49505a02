import { expect, test } from "vitest";
import { oncology } from "./case-of.ts";
import {
  expectEqualTexts,
  goToEnd,
  limitations,
  openOpinion,
  textIn,
  textInLog,
  waitForWords,
  waitUntilSaved,
} from "./desk.ts";
import { journey } from "./journey.ts";
import { noNetwork } from "./received.ts";

const visit = journey({ database: "own", expected: [noNetwork] });

/** Milliseconds between keys: the server is killed in the middle of the sentence, and most of it is written without one. */
const asByHand = { delay: 150 };

test("[SY-1] the server is killed while two specialists type, and started again: nothing is lost", async () => {
  const [ingrid, tomasz] = await Promise.all([visit.enter("ingrid"), visit.enter("tomasz")]);
  const [hers, his] = await Promise.all([
    openOpinion(ingrid, oncology, limitations),
    openOpinion(tomasz, oncology, limitations),
  ]);
  await Promise.all([goToEnd(hers), goToEnd(his)]);
  await hers.press("Enter");
  const typing = Promise.all([
    hers.pressSequentially("No biopsy was sent.", asByHand),
    his.pressSequentially(" No late phase.", asByHand),
  ]);
  await hers.filter({ hasText: "No b" }).waitFor();
  await visit.server.kill();
  await typing;
  await ingrid.page.getByText(/^No connection\. \d+ changes? kept on this device\.$/).waitFor();
  await hers.pressSequentially(" We ask.");
  await visit.server.startAgain();
  await Promise.all([waitUntilSaved(ingrid.page), waitUntilSaved(tomasz.page)]);
  await Promise.all(
    [hers, his].flatMap((editor) => [
      waitForWords(editor, "No biopsy was sent. We ask."),
      waitForWords(editor, "No late phase."),
    ]),
  );
  await expectEqualTexts([hers, his], () => textInLog(ingrid, oncology, limitations));
  expect(await ingrid.page.getByText("kept on this device").count()).toBe(0);
});

test("[SY-3] a deletion that the page calls saved is still gone after the server was killed", async () => {
  const ingrid = await visit.enter("ingrid");
  const editor = await openOpinion(ingrid, oncology, limitations);
  await goToEnd(editor);
  const before = await textIn(editor);
  await editor.pressSequentially(" Not this.");
  await waitUntilSaved(ingrid.page);
  for (const _ of " Not this.") await editor.press("Backspace");
  await waitUntilSaved(ingrid.page);
  await visit.server.kill();
  await visit.server.startAgain();
  await ingrid.page.reload();
  await editor.waitFor();
  expect(await textIn(editor)).toBe(before);
  expect(await textInLog(ingrid, oncology, limitations)).toBe(before);
});
