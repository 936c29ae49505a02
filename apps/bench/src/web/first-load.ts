import { setTimeout as pause } from "node:timers/promises";
import type { Browser } from "playwright-core";
import type { DemoServer } from "../measuring/demo-server.ts";
import { type Desk, openDesk, signIn } from "./browser.ts";
import { writingIn } from "./opinion-page.ts";

/** Kilobytes of compressed script on the wire, from the first visit on, until each of these pages stands. */
export interface FirstLoad {
  readonly signIn: number;
  readonly cases: number;
  readonly opinion: number;
}

export async function measureFirstLoad(
  browser: Browser,
  server: DemoServer,
  opinionAddress: string,
): Promise<FirstLoad> {
  const desk = await openDesk(browser);
  const { page } = desk;
  const scripts = await weighScripts(desk);
  await page.goto(`${server.origin}/sign-in`);
  await page.getByLabel("Email").waitFor();
  const first = await scripts();
  await signIn(desk, server, "specialist@demo.test");
  const cases = await scripts();
  await page.goto(opinionAddress);
  await writingIn(page, "summary").waitFor();
  const opinion = await scripts();
  await page.context().close();
  return { signIn: first, cases, opinion };
}

/** Milliseconds without a new script after which a page has all of its own. */
const quiet = 2000;

/** Kilobytes so far, once no more come. What a later page finds in the cache weighs nothing. */
async function weighScripts({ devtools }: Desk): Promise<() => Promise<number>> {
  const scripts = new Set<string>();
  let bytes = 0;
  await devtools.send("Network.enable");
  devtools.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  return async () => {
    for (let before = -1; before < bytes; await pause(quiet)) before = bytes;
    return bytes / 1000;
  };
}
