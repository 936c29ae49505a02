import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faultsOf } from "./accessibility.ts";
import { launch } from "./chromium.ts";
import { hardCodedOn } from "./hard-coded.ts";
import { servePage } from "./served-page.ts";

const looks = (["light", "dark"] as const).flatMap((scheme) =>
  [390, 1440].map((width) => ({ scheme, width })),
);

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe.each(looks)("in $scheme at $width px", (look) => {
  test("the page of the visual language has no fault that axe finds, and breaks no policy", async () => {
    const { page, complaints, open } = await servePage(browser, look);
    await open("/design");
    await page.getByText("Opening 1,204 images").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Open a dialog" }).click();
    await page.getByRole("dialog").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Name this version" }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("sign-in says why one did not get in, keeps what was written, and has no fault", async () => {
    const refusal = { "/api/auth/sign-in/email": { status: 401, json: { code: "INVALID" } } };
    const { page, complaints, open } = await servePage(browser, look, refusal);
    await open("/sign-in?reason=ended&to=%2Fcases%2F01ABC");
    await page.getByText("Your session has ended.").waitFor();
    await page.getByLabel("Email").fill("i.hallstrom@sundvik.test");
    await page.getByRole("textbox", { name: "Password" }).fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByText("That email and password do not match.").waitFor();
    expect(await page.getByLabel("Email").inputValue()).toBe("i.hallstrom@sundvik.test");
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

test("who is not signed in and opens a case stands before the door, which knows the way back", async () => {
  const { page, open } = await servePage(browser, { scheme: "light", width: 1440 });
  await open("/cases/01ABC/history");
  await page.waitForURL(/sign-in/);
  expect(new URL(page.url()).searchParams.get("to")).toBe("/cases/01ABC/history");
  await page.context().close();
});

test("no text on sign-in is outside the catalogue", async () => {
  const { page, open } = await servePage(browser, { scheme: "light", width: 390, language: "pseudo" });
  await open("/sign-in?reason=ended");
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("⟦");
  await page.locator("button[type=submit]").click();
  expect(await hardCodedOn(page)).toEqual([]);
  await page.context().close();
});

test("nothing of a wide address leaves a telephone's column", async () => {
  const { page, open } = await servePage(browser, { scheme: "light", width: 320 });
  for (const path of ["/design", "/sign-in"]) {
    await open(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  }
  await page.context().close();
});
