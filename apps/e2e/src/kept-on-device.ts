import type { Page } from "playwright-core";

/** Every value in the page's IndexedDB, bytes as Latin-1: clear words in them can be found. */
export const keptOnDevice = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- Only what is inside reaches the page.
    const settled = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        asked.addEventListener("success", () => resolve(asked.result));
        asked.addEventListener("error", () => reject(asked.error ?? new Error("refused")));
      });
    const wordsOf = (value: unknown): string => {
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value))
        return new TextDecoder("latin1").decode(value);
      return typeof value === "object" && value !== null
        ? Object.values(value).map(wordsOf).join("\n")
        : String(value);
    };
    const kept: string[] = [];
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const values = await settled(database.transaction(store).objectStore(store).getAll());
        kept.push(...values.map(wordsOf));
      }
      database.close();
    }
    return kept;
  });
