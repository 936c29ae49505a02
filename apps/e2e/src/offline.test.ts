import { expect, test } from "vitest";
import { oncology } from "./case-of.ts";
import {
  assessment,
  expectEqualTexts,
  followUp,
  goToEnd,
  openOpinion,
  section,
  textInLog,
  waitForWords,
  waitUntilSaved,
} from "./desk.ts";
import { journey } from "./journey.ts";
import { offline } from "./visitor.ts";

const visit = journey();

test("[SY-7] a specialist writes without a connection for long, in two sections, and all of it arrives afterwards", async () => {
  const [ingrid, adaeze] = await Promise.all([visit.enter("ingrid"), visit.enter("adaeze")]);
  const [hers, read] = await Promise.all([
    openOpinion(ingrid, oncology, followUp),
    openOpinion(adaeze, oncology, followUp),
  ]);
  await goToEnd(hers);
  const back = await offline(ingrid.context);
  await hers.pressSequentially(" CEA again in six weeks.");
  await ingrid.page.getByText(/^No connection\. \d+ changes? kept on this device\.$/).waitFor();
  const kept = async () =>
    Number(/\d+/.exec((await ingrid.page.getByText(/^No connection\. \d+/).textContent()) ?? "")?.[0]);
  const first = await kept();
  expect(first).toBeGreaterThan(0);
  const other = section(ingrid.page, assessment.name);
  await goToEnd(other);
  for (let n = 1; n <= 30; n += 1) await other.pressSequentially(` ${n}.`);
  expect(await kept()).toBeGreaterThan(first);
  await back();
  await waitUntilSaved(ingrid.page);
  await waitForWords(read, "CEA again in six weeks.");
  await waitForWords(section(adaeze.page, assessment.name), "1. 2. 3.");
  await expectEqualTexts([hers, read], () => textInLog(ingrid, oncology, followUp));
  await expectEqualTexts([other, section(adaeze.page, assessment.name)], () =>
    textInLog(ingrid, oncology, assessment),
  );
});

test("[SY-7] a page that is reloaded with unsent changes brings them along when the connection is back", async () => {
  const ingrid = await visit.enter("ingrid");
  const editor = await openOpinion(ingrid, oncology, followUp);
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
  await expectEqualTexts([editor], () => textInLog(ingrid, oncology, followUp));
});

test("[SY-7] what is kept on the device lies there as ciphertext", async () => {
  const ingrid = await visit.enter("ingrid");
  const editor = await openOpinion(ingrid, oncology, followUp);
  await goToEnd(editor);
  const back = await offline(ingrid.context);
  await ingrid.page.keyboard.insertText(" Colectomy margins reviewed once more.");
  await ingrid.page
    .getByText(/kept on this device/)
    .first()
    .waitFor();
  expect(await ingrid.page.evaluate(storedBytes)).toMatchObject({
    count: expect.toSatisfy((count) => count > 0),
    holds: false,
  });
  await back();
  await waitUntilSaved(ingrid.page);
});

/** In the page: how many values its IndexedDB has, and whether the words of the test above stand in one of them. */
async function storedBytes(): Promise<{ count: number; holds: boolean }> {
  const request = <T>(asked: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error ?? new Error("refused"));
    });
  const bytesOf = (value: unknown): string => {
    if (value instanceof ArrayBuffer) return new TextDecoder("latin1").decode(value);
    if (ArrayBuffer.isView(value)) return new TextDecoder("latin1").decode(value);
    if (typeof value === "object" && value !== null) return Object.values(value).map(bytesOf).join("\n");
    return String(value);
  };
  const values: string[] = [];
  for (const { name = "" } of await indexedDB.databases()) {
    const database = await request(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const all = await request(database.transaction(store).objectStore(store).getAll());
      values.push(...all.map(bytesOf));
    }
    database.close();
  }
  return { count: values.length, holds: values.some((value) => value.includes("Colectomy")) };
}
