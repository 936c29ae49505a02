import { createSeededRandom, createUlid } from "@consilium/foundation";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type S3Double, startS3Double } from "../../testing/s3-double/start-s3-double.ts";
import { blobStoreContract } from "../blob-store.contract.ts";
import { openS3Store } from "../open-s3-store.ts";

let now = new Date("2026-03-04T05:06:07Z");
const clock = () => now;
const partBytes = 200_000;
const running: S3Double[] = [];
const start = async (ignoresConditions = false): Promise<S3Double> => {
  const double = await startS3Double({ clock, ignoresConditions });
  running.push(double);
  return double;
};
afterAll(async () => {
  for (const double of running) await double.stop();
});

const random = createSeededRandom(4);
const id = () => createUlid(now.getTime(), random);
async function* chunks(count: number): AsyncGenerator<Buffer> {
  for (let n = 0; n < count; n += 1) yield Buffer.alloc(50_000, n + 1);
}

for (const ignoresConditions of [false, true])
  blobStoreContract(`behind S3 that ${ignoresConditions ? "ignores" : "honours"} conditions`, async () => {
    const double = await start(ignoresConditions);
    const store = await openS3Store({ ...double.settings, prefix: "files/" }, { clock, partBytes });
    return {
      store,
      everything: async () => [...double.objects.keys(), ...double.uploads.keys()],
      overwriting: ignoresConditions ? "looked-for" : "refused",
      large: partBytes,
    };
  });

describe("behind S3", () => {
  let double: S3Double;
  beforeAll(async () => {
    double = await start();
  });
  const proven = async () => {
    const store = await openS3Store(double.settings, { clock, partBytes });
    await store.probe();
    return store;
  };

  test.each([
    ["whole", 2],
    ["in parts", 9],
  ])("an object that was stored %s is this put's own also where the answer was lost", async (_how, count) => {
    const store = await proven();
    const some = id();
    double.loseNextAnswer();
    expect(await store.put(some, chunks(count))).toEqual({ ok: true, value: count * 50_000 });
    expect(await store.put(some, chunks(count))).toEqual({ ok: false, reason: "exists" });
    expect(double.uploads.size).toBe(0);
  });

  test("without a probe a put looks before, with one it asks for the condition", async () => {
    const unproven = await openS3Store(double.settings, { clock, partBytes });
    const asked = async (put: () => Promise<unknown>) => {
      const before = double.requests.length;
      await put();
      return double.requests.slice(before).map((request) => request.split(" ")[0]);
    };
    expect(await asked(() => unproven.put(id(), chunks(1)))).toEqual(["HEAD", "PUT"]);
    const store = await proven();
    expect(await asked(() => store.put(id(), chunks(1)))).toEqual(["PUT"]);
  });

  test("of many puts of one id at the same moment one wins", async () => {
    const store = await proven();
    const same = id();
    const puts = await Promise.all(
      Array.from({ length: 12 }, (_, n) => store.put(same, chunks(1 + (n % 2) * 6))),
    );
    expect(puts.filter(({ ok }) => ok)).toHaveLength(1);
    expect(double.uploads.size).toBe(0);
  });

  test("keys carry the prefix, and nothing of a file but its id", async () => {
    const store = await openS3Store({ ...double.settings, prefix: "consilium/" }, { clock, partBytes });
    const some = id();
    await store.put(some, chunks(1));
    expect(double.objects.has(`consilium/${some}`)).toBe(true);
    await store.delete(some);
    expect(double.objects.has(`consilium/${some}`)).toBe(false);
  });

  test("parts that a killed put left are swept once they are old, over every page", async () => {
    const begin = now;
    const store = await proven();
    const stuck = Array.from({ length: 3 }, () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const source = async function* source(): AsyncGenerator<Buffer> {
        yield* chunks(9);
        resolve();
        await new Promise(() => {});
      };
      void store.put(id(), source());
      return promise;
    });
    await Promise.all(stuck);
    expect(double.uploads.size).toBe(3);
    expect(await store.sweep(begin)).toBe(0);
    now = new Date(begin.getTime() + 1000);
    expect(await store.sweep(now)).toBe(3);
    expect(double.uploads.size).toBe(0);
  });

  test("a bucket that is not there is said by the probe", async () => {
    const store = await openS3Store({ ...double.settings, bucket: "another" }, { clock });
    expect(await store.probe()).toMatchObject({ works: false, cause: { name: "NoSuchBucket" } });
  });

  test("a store that does not answer is said by the probe, and a put rejects", async () => {
    const gone = await startS3Double({ clock });
    await gone.stop();
    const store = await openS3Store(gone.settings, { clock });
    expect(await store.probe()).toMatchObject({ works: false, cause: { code: "ECONNREFUSED" } });
    await expect(store.put(id(), chunks(1))).rejects.toThrow("ECONNREFUSED");
  });
});
