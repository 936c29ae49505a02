import type { Browser, CDPSession, Page } from "playwright-core";
import type { DemoServer } from "../measuring/demo-server.ts";

/** Milliseconds. A slow machine gives bad figures, not none. */
const patience = 60_000;

export interface Desk {
  readonly page: Page;
  readonly devtools: CDPSession;
}

/** A page of a browser that has never been here. */
export async function openDesk(browser: Browser): Promise<Desk> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  return { page, devtools: await context.newCDPSession(page) };
}

/** A desk at which somebody of the demo sits: `specialist`, `referrer`, `patient`. */
export async function enter(browser: Browser, server: DemoServer, name: string): Promise<Desk> {
  const desk = await openDesk(browser);
  await signIn(desk, server, `${name}@demo.test`);
  return desk;
}

/** Ends at the list of cases. */
export async function signIn({ page }: Desk, { origin, password }: DemoServer, email: string): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel("Email").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/cases");
  await page.getByRole("main").getByRole("link").first().waitFor();
}
