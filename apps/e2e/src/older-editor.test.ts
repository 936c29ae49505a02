import { openDatabase } from "@consilium/database";
import { expect, test } from "vitest";
import { oncology } from "./case-of.ts";
import { findings, openOpinion, textIn, textInLog } from "./desk.ts";
import { journey } from "./journey.ts";

const visit = journey();

test("[SY-23] an older page opens a newer document: it can be read, a sentence says why no more, and nothing of it changes", async () => {
  const ingrid = await visit.enter("ingrid");
  await openOpinion(ingrid, oncology, findings);
  const before = await textInLog(ingrid, oncology, findings);
  await ingrid.page.goto(`${ingrid.origin}/cases`);
  await visit.server.kill();
  await raiseSchema(visit.database);
  await visit.server.startAgain();
  const editor = await openOpinion(ingrid, oncology, findings);
  await ingrid.page.getByText("This page is older than the document.").waitFor();
  expect(await editor.getAttribute("aria-readonly")).toBe("true");
  const shown = await textIn(editor);
  expect(shown).toBe(before);
  await editor.click();
  await ingrid.page.keyboard.insertText("must not arrive");
  expect(await textIn(editor)).toBe(shown);
  expect(await textInLog(ingrid, oncology, findings)).toBe(before);
});

/** As a newer release would leave the demo's opinions. */
async function raiseSchema(database: string | null): Promise<void> {
  if (database === null) throw new Error("This journey needs the run's own PostgreSQL");
  const open = await openDatabase(database);
  await open.query("update document set schema = 2 where name like 'opinion.%'");
  await open.close();
}
