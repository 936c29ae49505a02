import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { MediaHealth } from "../media.ts";
import { findWorker, lookForWorker } from "./find-worker.ts";
import { CannotBuild } from "./recipe.ts";
import { findTools } from "./tools.ts";

let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), "consilium-build-"));
  vi.stubEnv("XDG_CACHE_HOME", cache);
  vi.stubEnv("MEDIASOUP_WORKER_BIN", undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(cache, { recursive: true });
});

/** Empty: it has ended meanwhile. */
function textOf(id: number, what: "cmdline" | "environ"): string {
  try {
    return readFileSync(`/proc/${id}/${what}`, "utf8");
  } catch {
    return "";
  }
}

/** What runs on this machine and has each of the parts in its command line. */
const running = (...parts: readonly string[]): readonly number[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((id) => {
      const words = textOf(id, "cmdline");
      return parts.every((part) => words.includes(part));
    });

/** The building process, and whatever it is just forking. */
const builders = (): readonly number[] =>
  running("build-main.ts").filter((id) => textOf(id, "environ").includes(cache));

function hasTools(): boolean {
  try {
    findTools();
    return process.platform === "linux";
  } catch {
    return false;
  }
}

describe.skipIf(!hasTools())("a build that has begun", () => {
  test.for([
    ["the server is stopped", (ended: AbortController) => ended.abort()],
    ["it is told to end", () => builders().forEach((id) => process.kill(id, "SIGTERM"))],
    ["it is killed", () => builders().forEach((id) => process.kill(id, "SIGKILL"))],
  ] as const)("leaves no compiler behind when %s", async ([, end]) => {
    const ended = new AbortController();
    const said: MediaHealth[] = [];
    const search = lookForWorker((health) => said.push(health), ended.signal);
    const outcome = search.catch((cause: unknown) => cause);
    // The compiler itself, not its driver.
    await vi.waitFor(() => expect(running("cc1plus", cache)).not.toEqual([]), 20_000);
    end(ended);
    expect(await outcome).toBeInstanceOf(Error);
    await vi.waitFor(() => expect(running(cache)).toEqual([]), 5000);
    expect(said).toEqual([
      { is: "building", because: expect.stringMatching(/some minutes, once a machine/) },
    ]);
  });

  test("leaves none behind when the server itself is killed", async () => {
    const script = `
      const { lookForWorker } = await import(${JSON.stringify(new URL("find-worker.ts", import.meta.url).href)});
      await lookForWorker(() => undefined, new AbortController().signal);`;
    const server = spawn(process.execPath, ["--input-type=module", "--eval", script], { stdio: "ignore" });
    await vi.waitFor(() => expect(running("cc1plus", cache)).not.toEqual([]), 20_000);
    server.kill("SIGKILL");
    await vi.waitFor(() => expect(running(cache)).toEqual([]), 5000);
    expect(builders()).toEqual([]);
  });
});

test("without the packages it says which, goes on looking, and ends when it is told to", async () => {
  vi.stubEnv("PATH", cache);
  const ended = new AbortController();
  const said: MediaHealth[] = [];
  const search = findWorker((health) => said.push(health), ended.signal);
  const outcome = search.catch((cause: unknown) => cause);
  await vi.waitFor(() => expect(said).toHaveLength(1), 10_000);
  expect(said[0]).toEqual({
    is: "unavailable",
    because: expect.stringMatching(/Debian packages: g\+\+ .*libsrtp2-dev.* libabsl-dev\./),
  });
  ended.abort();
  expect(await outcome).toMatchObject({ name: "AbortError" });
});

test.skipIf(!hasTools())("packages that are installed later are found by themselves", async () => {
  const path = process.env["PATH"];
  vi.stubEnv("PATH", cache);
  const ended = new AbortController();
  const said: MediaHealth[] = [];
  const search = findWorker((health) => said.push(health), ended.signal, 100);
  const outcome = search.catch((cause: unknown) => cause);
  await vi.waitFor(() => expect(said.map(({ is }) => is)).toContain("unavailable"), 10_000);
  vi.stubEnv("PATH", path);
  await vi.waitFor(() => expect(said.at(-1)?.is).toBe("building"), 10_000);
  ended.abort();
  expect(await outcome).toMatchObject({ name: "AbortError" });
});

test("one that is named and not there is said, without its path", async () => {
  vi.stubEnv("MEDIASOUP_WORKER_BIN", "/does/not/exist");
  const outcome = await findWorker(() => undefined, new AbortController().signal).catch(
    (cause: unknown) => cause,
  );
  expect(outcome).toBeInstanceOf(CannotBuild);
  expect(outcome).toMatchObject({
    message: "What MEDIASOUP_WORKER_BIN names is not there.",
    cause: "/does/not/exist",
  });
});
