import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordBytes } from "./record-format.ts";
import { arriving, begin, content, openTestSpool } from "./testing/test-spool.ts";

const writer = fileURLToPath(new URL("./testing/write-until-killed.ts", import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "killed-writer-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Killed with SIGKILL as soon as it has sent so much: whatever it was doing. Returns how far it told that it had come. */
async function killAfter(bytes: number, parameters: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [writer, folder, ...parameters], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const over = once(child, "exit");
  let told = -1;
  for await (const line of createInterface(child.stdout)) {
    told = Number(line);
    if (told >= bytes) child.kill("SIGKILL");
  }
  expect((await over)[1]).toBe("SIGKILL");
  return told;
}

async function sha256(source: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of source) hash.update(chunk);
  return hash.digest("hex");
}

test("an upload whose writer is killed in the middle of its writes goes on where its whole records end", async () => {
  const size = 24 * 2 ** 20 + 123;
  const id = await begin(await openTestSpool(folder), size);
  let before = 0;
  for (let turn = 1; turn <= 3; turn += 1) {
    const told = await killAfter(turn * 6 * 2 ** 20, [id]);
    const { offset } = await (await openTestSpool(folder)).getUpload(id);
    expect(offset).toBeGreaterThan(before);
    // Whole records are not lost: less than one and what the pipe held back is.
    expect(offset).toBeGreaterThan(told - 2 * recordBytes);
    before = offset;
  }
  const spool = await openTestSpool(folder);
  await spool.write(arriving(content(before, size - before)), id, before);
  const expected = createHash("sha256").update(content(0, size)).digest("hex");
  expect(await sha256((await openTestSpool(folder)).read(id))).toBe(expected);
});

test("an upload whose writer is killed while its client is silent keeps every whole record", async () => {
  const size = 10 * recordBytes;
  const id = await begin(await openTestSpool(folder), size);
  await killAfter(1_000_000, [id, "1100000"]);
  expect((await (await openTestSpool(folder)).getUpload(id)).offset).toBe(4 * recordBytes);
});
