import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { launchArguments } from "@consilium/e2e/chromium";
import { chromium, type Page } from "playwright-core";

/** A browser with a profile of its own on the disk, which can be killed as the system kills one. */
export interface MortalBrowser {
  readonly page: Page;
  /** kill -9, with everything that it started. */
  readonly kill: () => Promise<void>;
}

export async function startMortalBrowser(executable: string, profile: string): Promise<MortalBrowser> {
  const places = [`--user-data-dir=${profile}`, "--remote-debugging-port=0", "--headless=new", "about:blank"];
  const portFile = join(profile, "DevToolsActivePort");
  rmSync(portFile, { force: true });
  const child = spawn(executable, [...launchArguments, ...places], { stdio: "ignore", detached: true });
  const kill = () => killAll(child);
  process.once("exit", () => void kill());
  const port = await untilItListens(portFile, child);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const [context] = browser.contexts();
  if (!context) throw new Error("The browser has no window.");
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  return { page, kill };
}

/** Milliseconds. */
const patience = 60_000;

/** Its first line is the port. */
async function untilItListens(file: string, child: ChildProcess): Promise<string> {
  for (const end = Date.now() + patience; Date.now() < end; await pause(50)) {
    const [port = ""] = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
    if (port !== "") return port;
    if (child.exitCode !== null) break;
  }
  throw new Error("The browser did not start.");
}

async function killAll(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  process.kill(-child.pid, "SIGKILL");
  await gone;
}
