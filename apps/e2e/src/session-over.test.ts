import { openDatabase } from "@consilium/database";
import { expect, test } from "vitest";
import { oncology } from "./case-of.ts";
import {
  goToEnd,
  limitations,
  openOpinion,
  section,
  textInLog,
  waitForWords,
  waitUntilSaved,
  typeAndKeep,
} from "./desk.ts";
import { journey } from "./journey.ts";
import { keptOnDevice } from "./kept-on-device.ts";
import { answered, noNetwork } from "./received.ts";
import { offline, signIn } from "./visitor.ts";

const visit = journey({ expected: [noNetwork, answered(401)] });

test("[SY-7] a session runs out while somebody writes without a connection: they sign in, come back to the same place, and nothing is lost", async () => {
  const ingrid = await visit.enter("ingrid");
  const { page } = ingrid;
  const editor = await openOpinion(ingrid, oncology, limitations);
  const address = page.url();
  await goToEnd(editor);
  const back = await offline(ingrid.page);
  await typeAndKeep(page, editor, " Written as the session ran out.");
  await endSessions();
  await back();
  await page.getByText("Your session has ended.").waitFor();
  await page.getByText("Sign in to go on where you were.").waitFor();
  expect(await page.getByText("Written as the session ran out.").count()).toBe(0);
  await signIn(page, "ingrid");
  await waitForWords(editor, "Written as the session ran out.");
  await waitUntilSaved(page);
  expect(page.url()).toBe(address);
  expect(await textInLog(ingrid, oncology, limitations)).toContain("Written as the session ran out.");
});

test("[SY-7] a browser that lost its cookies, and not what it kept, brings the words back to the same person once they sign in, and sends them once", async () => {
  const ingrid = await visit.enter("ingrid");
  const { context } = ingrid;
  const editor = await openOpinion(ingrid, oncology, limitations);
  const address = ingrid.page.url();
  await goToEnd(editor);
  const back = await offline(ingrid.page);
  await typeAndKeep(ingrid.page, editor, " Kept, and the cookies lost.");
  await ingrid.page.close();
  await context.clearCookies();
  await back();
  const page = await context.newPage();
  await page.goto(address);
  await signIn(page, "ingrid");
  await waitForWords(section(page, limitations.name), "Kept, and the cookies lost.");
  await waitUntilSaved(page);
  await expect.poll(() => keptOnDevice(page)).toEqual([]);
  const text = await textInLog({ ...ingrid, page }, oncology, limitations);
  expect(text.split("Kept, and the cookies lost.")).toHaveLength(2);
});

/** Everybody's, as if twelve hours had gone by. */
async function endSessions(): Promise<void> {
  const open = await openDatabase(visit.database ?? "");
  await open.query("update session set expires_at = now() - interval '1 minute'");
  await open.close();
}
