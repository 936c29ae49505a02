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

/** Signs in without a screen: the form is tried where it is the matter. The page is empty. */
export async function arrive(context: BrowserContext, origin: string, account: Account): Promise<Visitor> {
  const received = recordReceived(context);
  // Shorter than a test may last: the failure names the step.
  context.setDefaultTimeout(50_000);
  const answer = await context.request.post(`${origin}/api/auth/sign-in/email`, {
    data: { email: emails[account], password: demoPassword },
    headers: { origin },
  });
  if (!answer.ok()) throw new Error(`${account} was not let in: ${answer.status()} ${await answer.text()}`);
  const page = await context.newPage();
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

/** Before their list of cases, all of it on screen. */
export async function openList({ page, origin }: Visitor): Promise<void> {
  await page.goto(`${origin}/cases`);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/**
 * Takes the network away from a page in a case, and waits until it says so: the browser ends its sockets a little later, and
 * what is written meanwhile is saved. Returns how the network comes back.
 */
export async function offline(page: Page): Promise<() => Promise<void>> {
  const context = page.context();
  await context.setOffline(true);
  await page
    .getByText(/^No connection\./)
    .first()
    .waitFor();
  return () => context.setOffline(false);
}
