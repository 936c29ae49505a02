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
  await page.goto(`${server.origin}/sign-in`, { waitUntil: "networkidle" });
  const first = scripts();
  await signIn(desk, server, "specialist@demo.test");
  await page.waitForLoadState("networkidle");
  const cases = scripts();
  await page.goto(opinionAddress);
  await writingIn(page, "summary").waitFor();
  await page.waitForLoadState("networkidle");
  await page.context().close();
  return { signIn: first, cases, opinion: scripts() };
}

/** What a later page finds in the cache weighs nothing. */
async function weighScripts({ devtools }: Desk): Promise<() => number> {
  const scripts = new Set<string>();
  let bytes = 0;
  await devtools.send("Network.enable");
  devtools.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  return () => bytes / 1000;
}
