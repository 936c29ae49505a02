import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { incomingFiles, type StoreFile } from "./incoming.ts";

const bytes = Buffer.from("a piece of a file");

test("of a process that is gone nothing is waited for, also where its keeper never began to draw", async () => {
  const asked = Promise.withResolvers<void>();
  const cancelled = new Error("The delivery was cancelled");
  const store: StoreFile = async () => {
    await asked.promise;
    throw cancelled;
  };
  const incoming = incomingFiles(store);
  const kept = incoming.open({ say: "store", request: 1, name: "a", mediaType: "text/plain" });
  const written = incoming.write({ store: 1, bytes });
  const ends = Promise.allSettled([kept, written]);
  await turn();
  const abandoned = incoming.abandon();
  asked.resolve();
  await abandoned;
  const refused = { status: "rejected", reason: cancelled };
  expect(await ends).toEqual([refused, refused]);
});

test("what is half stored breaks off where its process is gone, with that reason", async () => {
  const drawn: Uint8Array[] = [];
  const store: StoreFile = async (_, content) => {
    for await (const piece of content) drawn.push(piece);
    throw new Error("It was kept half");
  };
  const incoming = incomingFiles(store);
  const kept = incoming.open({ say: "store", request: 1, name: "a", mediaType: "text/plain" });
  const broken = Promise.allSettled([kept]);
  expect(await incoming.write({ store: 1, bytes })).toBe(true);
  await incoming.abandon();
  expect(await broken).toMatchObject([
    { reason: { message: expect.stringContaining("before all of the file") } },
  ]);
  expect(drawn).toEqual([bytes]);
  expect(await incoming.write({ store: 1, bytes })).toBe(false);
});
