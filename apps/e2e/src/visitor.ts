import type { BrowserContext, Page } from "playwright-core";
import { type Received, recordReceived } from "./received.ts";
import { demoPassword } from "./running-server.ts";

/** Who they are in the demo: `demo-logins.ts` of the server. */
const emails = {
  ingrid: "specialist@demo.test",
  tomasz: "second.specialist@demo.test",
  adaeze: "referrer@demo.test",
  marisol: "patient@demo.test",
  joana: "coordinator@demo.test",
  ngozi: "second.patient@demo.test",
  miriam: "spine.specialist@demo.test",
  administrator: "admin@demo.test",
} as const;

export type Account = keyof typeof emails;

/** Somebody with a browser of their own. */
export interface Visitor {
  readonly account: Account;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly received: Received;
  readonly origin: string;
}

export async function arrive(context: BrowserContext, origin: string, account: Account): Promise<Visitor> {
  const received = recordReceived(context);
  // Shorter than a test may last: the failure names the step.
  context.setDefaultTimeout(50_000);
  const page = await context.newPage();
  await page.goto(`${origin}/sign-in`);
  await signIn(page, account);
  return { account, page, context, received, origin };
}

/** On the page of the door. */
export async function signIn(page: Page, account: Account): Promise<void> {
  await page.getByLabel("Email").fill(emails[account]);
  await page.getByRole("textbox", { name: "Password" }).fill(demoPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(({ pathname }) => pathname !== "/sign-in");
  await page.getByRole("button", { name: "Sign in" }).waitFor({ state: "hidden" });
}

/** Takes the network away from all pages of the context. Returns how it comes back. */
export async function offline(context: BrowserContext): Promise<() => Promise<void>> {
  await context.setOffline(true);
  return () => context.setOffline(false);
}
