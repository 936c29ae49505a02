import { setTimeout as pause } from "node:timers/promises";
import type { RoomServer } from "@consilium/conference-client/testing";
import type { Browser, Page } from "playwright-core";

export interface CallPage {
  readonly page: Page;
  readonly seat: string;
}

let seats = 0;

/** Somebody who goes in by themselves, in a browser context of their own, before they have asked to. */
export async function openCallPage(browser: Browser, server: RoomServer): Promise<CallPage> {
  const seat = `01KDVDNA00TN9P6MHT5FWG${String((seats += 1)).padStart(4, "0")}`;
  const page = await (await browser.newContext()).newPage();
  await page.goto(server.addressOf({ seat, name: `Person ${seats}`, party: "host" }));
  return { page, seat };
}

/** In, receiving what others send, and sending. */
export const goIn = ({ page }: CallPage): Promise<void> =>
  page.evaluate(async () => {
    await testCall.enter();
    await testCall.begin();
    await Promise.all([testCall.send("camera"), testCall.send("microphone")]);
  });

/** When the first picture of somebody else stood on screen, in milliseconds since 1970. `after`: an earlier one is of before. */
export const firstFrameOf = async ({ page }: CallPage, after = 0): Promise<number> => {
  const giveUp = Date.now() + 60_000;
  for (;;) {
    const at = await page.evaluate(async (since) => {
      const frames = (await testCall.arriving()).flatMap(({ firstFrame }) => firstFrame ?? []);
      return Math.max(0, ...frames.filter((one) => one > since));
    }, after);
    if (at > 0) return at;
    if (Date.now() > giveUp) throw new Error("No picture of somebody else has come");
    // The page itself noted when it came.
    await pause(20);
  }
};

/** Without a place that is kept: a room has 24. */
export async function leave({ page }: CallPage): Promise<void> {
  await page.evaluate(() => testCall.leave());
  await page.context().close();
}
