import { createSeededRandom, createUlid } from "@consilium/foundation";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test } from "vitest";
import type { KeptFrame } from "../saved-state.ts";
import { createOutbox, type DocumentOutbox, type OutboxOptions } from "./outbox.ts";
import { openFrameStore } from "./sealed-frames.ts";

const random = createSeededRandom(7);
const createId = () => createUlid(0, random);
const keyOf = (byte: number) => ({ key: btoa(String.fromCharCode(byte).repeat(32)), device: "laptop" });
const address = { person: createId(), caseId: createId(), document: "story" };
const frame = (text: string): KeptFrame => ({ id: createId(), update: new TextEncoder().encode(text) });
const textOf = (frames: readonly KeptFrame[]) => frames.map(({ update }) => new TextDecoder().decode(update));

let browser: Pick<OutboxOptions, "indexedDB" | "locks" | "createId" | "fault">;
let faults: unknown[];
beforeEach(() => {
  faults = [];
  const fault = (_: string, cause: unknown): void => void faults.push(cause);
  browser = { indexedDB: new IDBFactory(), locks: navigator.locks, createId, fault };
});

const destroyed = () => Promise.resolve(undefined);
const away = () => Promise.reject(new Error("no connection"));
const tab = (key = keyOf(1), fetchKeyOf: OutboxOptions["fetchKeyOf"] = destroyed) =>
  createOutbox({ ...browser, fetchKey: () => Promise.resolve(key), fetchKeyOf });

/** The page goes away: the browser gives its locks back. */
async function gone(outbox: DocumentOutbox): Promise<void> {
  outbox.close();
  await outbox.idle();
}

async function leave(...texts: readonly string[]): Promise<readonly KeptFrame[]> {
  const outbox = tab().forDocument(address);
  const frames = texts.map(frame);
  for (const one of frames) void outbox.keep(one);
  await gone(outbox);
  return frames;
}

describe("[SY-7] unacknowledged frames", () => {
  test("come back in the order of writing to the next page of the same person, case and document", async () => {
    const left = await leave("one", "two", "three");
    expect(await tab().forDocument(address).adopt()).toEqual(left);
    for (const other of [{ person: createId() }, { caseId: createId() }, { document: "referral" }])
      expect(
        await tab()
          .forDocument({ ...address, ...other })
          .adopt(),
      ).toEqual([]);
    expect(faults).toEqual([]);
  });

  test("are not stored before that is said", async () => {
    const outbox = tab().forDocument(address);
    const kept = [frame("one"), frame("two")].map((one) => outbox.keep(one));
    expect(outbox.unstored()).toBe(2);
    await Promise.all(kept);
    expect(outbox.unstored()).toBe(0);
    expect(await openFrameStore(browser.indexedDB).of(address)).toHaveLength(2);
    await gone(outbox);
  });

  test("say that the browser takes none of them, until it does", async () => {
    let isLetIn = false;
    const fetchKey = () => (isLetIn ? Promise.resolve(keyOf(1)) : Promise.reject(new Error("no key")));
    const outbox = createOutbox({ ...browser, fetchKey, fetchKeyOf: destroyed }).forDocument(address);
    await outbox.keep(frame("one"));
    expect([outbox.unstored(), outbox.isRefusing()]).toEqual([1, true]);
    isLetIn = true;
    await outbox.keep(frame("two"));
    expect([outbox.unstored(), outbox.isRefusing()]).toEqual([0, false]);
    expect(faults).toHaveLength(1);
    await gone(outbox);
  });

  test("are only ciphertext in the browser", async () => {
    await leave("a nodule of 14 mm");
    const [stored] = await openFrameStore(browser.indexedDB).of(address);
    expect(new TextDecoder().decode(stored?.sealed)).not.toContain("nodule");
    expect(JSON.stringify(stored)).not.toContain("nodule");
  });

  test("go when they are saved, also when that is said before they were stored", async () => {
    const outbox = tab().forDocument(address);
    const [one, two] = [frame("one"), frame("two")];
    void outbox.keep(one);
    void outbox.keep(two);
    outbox.forget([one]);
    await gone(outbox);
    expect(textOf(await tab().forDocument(address).adopt())).toEqual(["two"]);
  });

  test("cannot be read, and are thrown away, once the key of this device was destroyed", async () => {
    await leave("secret");
    expect(await tab(keyOf(2)).forDocument(address).adopt()).toEqual([]);
    expect(await openFrameStore(browser.indexedDB).of(address)).toEqual([]);
  });

  test("come back to the same person where the browser was killed before it stored its device's cookie", async () => {
    const left = await leave("one", "two");
    const asked: string[] = [];
    const fetchKeyOf = (device: string) => Promise.resolve((asked.push(device), keyOf(1)));
    const next = { ...keyOf(2), device: "laptop, as if new" };
    expect(await tab(next, fetchKeyOf).forDocument(address).adopt()).toEqual(left);
    expect(asked).toEqual(["laptop"]);
  });

  test("of another device stay while its key cannot be had, and go once it was destroyed", async () => {
    await leave("secret");
    const elsewhere = { ...keyOf(2), device: "telephone" };
    await expect(tab(elsewhere, away).forDocument(address).adopt()).rejects.toThrow("no connection");
    expect(await openFrameStore(browser.indexedDB).of(address)).toHaveLength(1);
    expect(await tab(elsewhere).forDocument(address).adopt()).toEqual([]);
    expect(await openFrameStore(browser.indexedDB).of(address)).toEqual([]);
  });

  test("moved to another document they cannot be read", async () => {
    await leave("secret");
    const store = openFrameStore(browser.indexedDB);
    const [stored] = await store.of(address);
    if (!stored) throw new Error("there is one");
    await store.put({ ...stored, document: "referral" });
    expect(
      await tab()
        .forDocument({ ...address, document: "referral" })
        .adopt(),
    ).toEqual([]);
  });

  test("are all gone after signing out, those on their way included, and nothing is kept any more", async () => {
    const outbox = tab();
    const document = outbox.forDocument(address);
    void document.keep(frame("on its way"));
    await outbox.clear();
    void document.keep(frame("after it"));
    await document.idle();
    expect(await openFrameStore(browser.indexedDB).of(address)).toEqual([]);
  });
});

describe("two tabs", () => {
  test("[SY-7] do not take the frames of one that lives; when it is gone they do", async () => {
    const living = tab().forDocument(address);
    void living.keep(frame("of the living"));
    await living.idle();
    const other = tab().forDocument(address);
    expect(await other.adopt()).toEqual([]);
    await gone(living);
    expect(textOf(await other.adopt())).toEqual(["of the living"]);
  });

  test("forget only what they were given: the other's frames stay", async () => {
    const [one, two] = [tab().forDocument(address), tab().forDocument(address)];
    const [first, second] = [frame("first"), frame("second")];
    void one.keep(first);
    void two.keep(second);
    one.forget([first]);
    await Promise.all([gone(one), gone(two)]);
    expect(textOf(await tab().forDocument(address).adopt())).toEqual(["second"]);
  });
});

describe("when it cannot be kept", () => {
  test("it is told, and tried again before the next frame: none is stored without the one it stands on", async () => {
    let calls = 0;
    const fetchKey = () => {
      calls += 1;
      return calls === 1 ? Promise.reject(new Error("offline")) : Promise.resolve(keyOf(1));
    };
    const outbox = createOutbox({ ...browser, fetchKey, fetchKeyOf: destroyed }).forDocument(address);
    void outbox.keep(frame("first"));
    void outbox.keep(frame("second"));
    await gone(outbox);
    expect(faults).toHaveLength(1);
    expect(textOf(await tab().forDocument(address).adopt())).toEqual(["first", "second"]);
  });
});
