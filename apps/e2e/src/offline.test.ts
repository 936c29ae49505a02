import { expect, test } from "vitest";
import { oncology } from "./case-of.ts";
import {
  assessment,
  expectEqualTexts,
  limitations,
  goToEnd,
  openOpinion,
  section,
  textInLog,
  waitForWords,
  waitUntilSaved,
  typeAndKeep,
} from "./desk.ts";
import { journey } from "./journey.ts";
import { keptOnDevice } from "./kept-on-device.ts";
import { noNetwork } from "./received.ts";
import { offline } from "./visitor.ts";

/** What the page logs of a browser that stores nothing. */
const noRoom = /No room\./;

const visit = journey({ expected: [noNetwork, noRoom] });

test("[SY-7] a specialist writes without a connection for long, in two sections, and all of it arrives afterwards", async () => {
  const [ingrid, adaeze] = await Promise.all([visit.enter("ingrid"), visit.enter("adaeze")]);
  const [hers, read] = await Promise.all([
    openOpinion(ingrid, oncology, limitations),
    openOpinion(adaeze, oncology, limitations),
  ]);
  await goToEnd(hers);
  const back = await offline(ingrid.page);
  await hers.pressSequentially(" CEA again in six weeks.");
  await ingrid.page.getByText(/^No connection\. \d+ changes? kept on this device\.$/).waitFor();
  const kept = async () =>
    Number(/\d+/.exec((await ingrid.page.getByText(/^No connection\. \d+/).textContent()) ?? "")?.[0]);
  const first = await kept();
  expect(first).toBeGreaterThan(0);
  const other = section(ingrid.page, assessment.name);
  await goToEnd(other);
  for (let n = 1; n <= 30; n += 1) await ingrid.page.keyboard.insertText(` ${n}.`);
  expect(await kept()).toBeGreaterThan(first);
  await back();
  await waitUntilSaved(ingrid.page);
  await waitForWords(read, "CEA again in six weeks.");
  await waitForWords(section(adaeze.page, assessment.name), "1. 2. 3.");
  await expectEqualTexts([hers, read], () => textInLog(ingrid, oncology, limitations));
  await expectEqualTexts([other, section(adaeze.page, assessment.name)], () =>
    textInLog(ingrid, oncology, assessment),
  );
});

test("[SY-7] a page that is reloaded with unsent changes brings them along when the connection is back", async () => {
  const ingrid = await visit.enter("ingrid");
  const editor = await openOpinion(ingrid, oncology, limitations);
  await goToEnd(editor);
  await visit.server.kill();
  await editor.pressSequentially(" Kept through a reload.");
  await ingrid.page
    .getByText(/kept on this device/)
    .first()
    .waitFor();
  await visit.server.startAgain();
  await ingrid.page.reload();
  await editor.waitFor();
  await waitForWords(editor, "Kept through a reload.");
  await waitUntilSaved(ingrid.page);
  expect(await textInLog(ingrid, oncology, limitations)).toContain("Kept through a reload.");
});

test("[SY-7] a page that is reloaded without a network waits for it, and has lost nothing of what was written", async () => {
  const ingrid = await visit.enter("ingrid");
  const { page } = ingrid;
  const editor = await openOpinion(ingrid, oncology, limitations);
  await goToEnd(editor);
  const address = page.url();
  const back = await offline(ingrid.page);
  await typeAndKeep(page, editor, " Reloaded in a tunnel.");
  // The browser's own page says that there is no network; nothing of the case is in it.
  await expect(page.reload()).rejects.toThrow("ERR_INTERNET_DISCONNECTED");
  expect(await page.getByText("Reloaded in a tunnel.").count()).toBe(0);
  await back();
  await page.goto(address);
  await waitForWords(editor, "Reloaded in a tunnel.");
  await waitUntilSaved(page);
  expect(await textInLog(ingrid, oncology, limitations)).toContain("Reloaded in a tunnel.");
});

test("[SY-7] what is kept on the device lies there as ciphertext", async () => {
  const ingrid = await visit.enter("ingrid");
  const editor = await openOpinion(ingrid, oncology, limitations);
  await goToEnd(editor);
  const back = await offline(ingrid.page);
  await ingrid.page.keyboard.insertText(" Colectomy margins reviewed once more.");
  await ingrid.page
    .getByText(/kept on this device/)
    .first()
    .waitFor();
  const kept = await keptOnDevice(ingrid.page);
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.filter((value) => value.includes("Colectomy"))).toEqual([]);
  await back();
  await waitUntilSaved(ingrid.page);
});

test("[SY-3] where the browser stores nothing the page says so, and asks before it goes away", async () => {
  const ingrid = await visit.enter("ingrid");
  const { page, context } = ingrid;
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("No room.", "QuotaExceededError");
    };
  });
  const editor = await openOpinion(ingrid, oncology, limitations);
  await goToEnd(editor);
  await page.keyboard.insertText(" Saved.");
  await waitUntilSaved(page);
  const back = await offline(page);
  await page.keyboard.insertText(" Only here.");
  await page.getByText("No connection. 1 change is only on this page.").waitFor();
  await page.getByText("This browser stores nothing.").waitFor();
  const asked = page.waitForEvent("dialog");
  const leaving = page.goto(ingrid.origin).catch((cause: Error) => cause.message);
  const question = await asked;
  expect(question.type()).toBe("beforeunload");
  await question.dismiss();
  await leaving;
  await back();
  await waitUntilSaved(page);
  expect(await textInLog(ingrid, oncology, limitations)).toContain("Only here.");
});
