import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { holdLock } from "./lock.ts";

const folder = mkdtempSync(join(tmpdir(), "consilium-lock-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Counts how many hold it at once, in whichever order they come. */
async function counted(file: string, most: { at: number; held: number }): Promise<void> {
  const letGo = await holdLock(file);
  most.at += 1;
  most.held = Math.max(most.held, most.at);
  await new Promise((resolve) => setTimeout(resolve, 50));
  most.at -= 1;
  letGo();
}

test("a second one waits until the first has let go", async () => {
  const file = join(folder, "below/one.lock");
  const letGo = await holdLock(file);
  let isHeld = false;
  const second = holdLock(file).then((let2) => {
    isHeld = true;
    return let2;
  });
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(isHeld).toBe(false);
  letGo();
  (await second)();
});

test("of several that find what a killed one has left, one at a time holds it", async () => {
  const file = join(folder, "left.lock");
  const script = `
    const { holdLock } = await import(${JSON.stringify(new URL("lock.ts", import.meta.url).href)});
    await holdLock(${JSON.stringify(file)});
    console.log("held");
    setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(holder.stdout, "data");
  const most = { at: 0, held: 0 };
  const waiting = Promise.all(Array.from({ length: 4 }, () => counted(file, most)));
  expect(most.held).toBe(0);
  holder.kill("SIGKILL");
  await waiting;
  expect(most.held).toBe(1);
});
