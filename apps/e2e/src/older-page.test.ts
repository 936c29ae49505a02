import { expect, test } from "vitest";
import * as Y from "yjs";
import { caseOf, detailOf, handOf, oncology } from "./case-of.ts";
import {
  followUp,
  goToEnd,
  limitations,
  openOpinion,
  section,
  textIn,
  textInLog,
  waitUntilSaved,
} from "./desk.ts";
import { journey } from "./journey.ts";
import { writeIntoLog } from "./past-the-gate.ts";
import type { Visitor } from "./visitor.ts";

const visit = journey();

const tooOld = "This page is older than the document.";

test("[SY-23] a newer editor writes into a document that an older page has open: the page reads, says so, and deletes nothing", async () => {
  const ingrid = await visit.enter("ingrid");
  const { page } = ingrid;
  const editor = await openOpinion(ingrid, oncology, followUp);
  await goToEnd(editor);
  await editor.pressSequentially(" Written by this page.");
  await waitUntilSaved(page);
  const written = await textInLog(ingrid, oncology, followUp);
  await writeAsNewerEditor(ingrid, "Known to newer pages only.");
  await page.getByText(tooOld).waitFor();
  await page.getByText("You can read; open the page again to write.").waitFor();
  await section(page, followUp.name).and(page.locator("[aria-readonly=true]")).waitFor();
  expect(await textIn(editor)).toContain("Written by this page.");
  await editor.click();
  await page.keyboard.type(" Typed all the same.");
  await page.getByRole("button", { name: "Open the page again" }).click();

  // Still the same app: it opens the document, reads it, and leaves it as it is.
  await page.getByText(tooOld).waitFor();
  await editor.waitFor();
  expect(await textIn(editor)).toContain("Written by this page.");
  expect(await textIn(editor)).not.toContain("Typed all the same.");
  const log = await textInLog(ingrid, oncology, limitations);
  expect(log).toContain("Known to newer pages only.");
  expect(await textInLog(ingrid, oncology, followUp)).toBe(written);
  expect(written).toContain("Written by this page.");
});

/** Raises the document's schema, and adds a block that the vocabulary of today does not have. */
async function writeAsNewerEditor(visitor: Visitor, words: string): Promise<void> {
  const caseId = await caseOf(visitor, oncology);
  const { opinions } = await detailOf(visitor, caseId);
  await writeIntoLog(
    visit.database ?? "",
    caseId,
    `opinion.${opinions[0]?.id}`,
    await handOf(visitor, caseId),
    (doc) => {
      doc.getMap("meta").set("schema", 2);
      const callout = new Y.XmlElement("callout");
      callout.insert(0, [new Y.XmlText(words)]);
      doc.getXmlFragment("s.limitations").push([callout]);
    },
  );
}
