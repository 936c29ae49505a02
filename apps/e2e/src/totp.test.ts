import { createHmac } from "node:crypto";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { caseOf, oncology } from "./case-of.ts";
import { journey } from "./journey.ts";
import { answered } from "./received.ts";
import { demoPassword } from "./running-server.ts";
import { openRecommendations, readyToSign } from "./sign-opinion.ts";
import { signIn } from "./visitor.ts";

const visit = journey({ expected: [answered(401), answered(403), answered(429)] });

test("an authenticator app is set up, asked for at the door, and signs an opinion; no code counts twice", async () => {
  const ingrid = await visit.enter("ingrid", { viewport: { width: 1440, height: 900 } });
  const { page, origin } = ingrid;
  await page.goto(`${origin}/settings/sign-in`);
  await page.getByRole("heading", { name: "No authenticator app is set up" }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("textbox", { name: "Your password" }).fill(demoPassword);
  await page.getByRole("button", { name: "Set up an app" }).click();
  await page.getByRole("img", { name: /^The secret for your authenticator app/ }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const app = appWith((await page.locator(".authenticator-secret").textContent()) ?? "");

  const confirm = page.getByLabel("Code of your authenticator app");
  await confirm.fill(app.wrong());
  await page.getByRole("button", { name: "Turn it on" }).click();
  await page.getByText(/That code is not right/).waitFor();
  const first = app.now();
  await confirm.fill(first);
  await page.getByRole("button", { name: "Turn it on" }).click();
  await page.getByRole("heading", { name: "Ten recovery codes" }).waitFor();
  const recovery = await page.locator(".recovery-codes li").allTextContents();
  expect(recovery).toHaveLength(10);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "I have written them down" }).click();
  await page.getByText("10 recovery codes are left.").waitFor();
  expect(await faultsOf(page)).toEqual([]);

  await signOut(page);
  await enterPassword(page);
  const code = page.getByLabel("Code of your authenticator app");
  await code.waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await code.fill(first);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByText("That code is not right, or it was used already.").waitFor();
  await code.fill(await app.next());
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(({ pathname }) => pathname !== "/sign-in");

  const caseId = await caseOf(ingrid, oncology);
  await openRecommendations(ingrid, caseId);
  const dialog = await readyToSign(ingrid);
  expect(await faultsOf(page)).toEqual([]);
  await signWith(dialog, app.wrong());
  await dialog.getByText(/That code is not right/).waitFor();
  await signWith(dialog, await app.next());
  await page.waitForURL(/\/report\//);

  await signOut(page);
  await enterPassword(page);
  await page.getByRole("button", { name: "I do not have the app at hand" }).click();
  await page.getByLabel("Recovery code").fill(recovery[4] ?? "");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(({ pathname }) => pathname !== "/sign-in");
  await page.goto(`${origin}/settings/sign-in`);
  await page.getByText("9 recovery codes are left.").waitFor();
  await page.getByRole("textbox", { name: "Your password" }).fill(demoPassword);
  await page.getByLabel("Code of the app, or a recovery code").fill(recovery[5] ?? "");
  await page.getByRole("button", { name: "Turn it off" }).click();
  await page.getByText("It is turned off. Your password alone lets you in.").waitFor();
  await signOut(page);
  await signIn(page, "ingrid");
});

/** From a page that stands still: one that still changes closes the menu. */
async function signOut(page: Page): Promise<void> {
  await page.goto(new URL("/settings/sign-in", page.url()).href);
  await page.getByText(/recovery codes? (is|are) left|No authenticator app is set up/).waitFor();
  await page.getByRole("button", { name: /account of Dr Ingrid/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.getByText("You are signed out.").waitFor();
}

async function enterPassword(page: Page): Promise<void> {
  await page.getByLabel("Email").fill("specialist@demo.test");
  await page.getByRole("textbox", { name: "Password" }).fill(demoPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

async function signWith(dialog: Locator, code: string): Promise<void> {
  await dialog.getByLabel("Code of your authenticator app").fill(code);
  await dialog.getByRole("button", { name: "Sign", exact: true }).click();
}

const step = () => Math.floor(Date.now() / 30_000);

/** An authenticator app that was given this secret: RFC 6238. It shows no code again that it has shown. */
function appWith(words: string) {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = Array.from(words.replaceAll(" ", ""), (letter) =>
    alphabet.indexOf(letter).toString(2).padStart(5, "0"),
  ).join("");
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const codeOf = (at: number): string => {
    const counter = Buffer.alloc(8);
    counter.writeBigInt64BE(BigInt(at));
    const mac = createHmac("sha1", secret).update(counter).digest();
    const number = mac.readUInt32BE(mac.readUInt8(19) & 15) & 0x7fffffff;
    return String(number % 1_000_000).padStart(6, "0");
  };
  let shown = 0;
  const show = (at: number) => codeOf((shown = at));
  return {
    now: () => show(step()),
    /** Of a step that nobody takes. */
    wrong: () => codeOf(step() - 20),
    /** The next that it shows; a telephone whose clock is fast shows it a little before. */
    next: async () => {
      await expect.poll(() => step() + 1, { timeout: 40_000, interval: 500 }).toBeGreaterThan(shown);
      return show(Math.max(shown + 1, step()));
    },
  };
}
