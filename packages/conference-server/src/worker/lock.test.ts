import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { holdLock } from "./lock.ts";

const folder = mkdtempSync(join(tmpdir(), "consilium-lock-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a second one waits until the first has let go, and does not wait for one that is no more", async () => {
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
  expect(existsSync(file)).toBe(false);
  // No process has this id.
  writeFileSync(file, "4194305");
  (await holdLock(file))();
  expect(existsSync(file)).toBe(false);
});
