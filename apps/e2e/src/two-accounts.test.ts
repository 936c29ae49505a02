import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { oncology } from "./case-of.ts";
import { assessment, goToEnd, openOpinion, waitUntilSaved } from "./desk.ts";
import { journey } from "./journey.ts";
import { signIn } from "./visitor.ts";

const visit = journey();

test("[SY-25] two people use one browser, one after the other: nothing of the first is left, in any tab", async () => {
  const first = await visit.enter("ingrid");
  const editor = await openOpinion(first, oncology, assessment);
  await goToEnd(editor);
  await first.page.keyboard.insertText(" Seen by the first only.");
  await waitUntilSaved(first.page);
  const other = await first.context.newPage();
  await other.goto(first.page.url());
  await other.getByText("Seen by the first only.").waitFor();

  await first.page.getByRole("button", { name: /^Account of / }).click();
  await first.page.getByRole("menuitem", { name: "Sign out" }).click();
  await Promise.all(
    [first.page, other].map((page) => page.getByRole("button", { name: "Sign in" }).waitFor()),
  );
  for (const page of [first.page, other]) {
    expect(await page.getByText("Seen by the first only.").count()).toBe(0);
    expect(await page.evaluate(whatIsStored)).not.toContain("Seen by the first only");
  }
  expect(await keptFrames(first.page)).toBe(0);

  await other.goto(`${first.origin}/sign-in`);
  await signIn(other, "ngozi");
  await other
    .getByText("CN-4839")
    .or(other.getByText(/Good (morning|afternoon|evening)/))
    .first()
    .waitFor();
  const address = first.page.url();
  await other.goto(address);
  expect(await other.getByText("Seen by the first only.").count()).toBe(0);
  expect(await other.getByText("Marisol Quintana").count()).toBe(0);
});

/** In the page: what its two storages and its caches hold. */
async function whatIsStored(): Promise<string> {
  const names = await caches.keys();
  return JSON.stringify([
    { ...localStorage },
    { ...sessionStorage },
    names,
    document.documentElement.outerHTML,
  ]);
}

/** How many frames wait in the page's IndexedDB. */
const keptFrames = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const done = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error ?? new Error("refused"));
      });
    let count = 0;
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames)
        count += await done(database.transaction(store).objectStore(store).count());
      database.close();
    }
    return count;
  });
