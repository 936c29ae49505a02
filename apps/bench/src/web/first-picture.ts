import type { Page } from "playwright-core";

/**
 * Milliseconds from an address to the frame in which the middle of the picture in `canvas`, a selector, is not empty any more: page,
 * sign-in, the viewer's scripts, metadata and pixels. The page's own clock is read, which starts with the navigation.
 */
export async function measureFirstPicture(page: Page, address: string, canvas: string): Promise<number> {
  await page.goto("about:blank");
  const watching = await page.addInitScript(watchForPicture, { canvas, from: "navigation" as const });
  await page.goto(address, { waitUntil: "commit" });
  const at = await untilPicture(page);
  await watching.dispose();
  return at;
}

export interface ListedRecord {
  /** Of the case's list of records. */
  readonly listAddress: string;
  readonly record: string;
}

/**
 * Milliseconds from the click on a record in the list of an open case to the same frame: the viewer's scripts, metadata and pixels. The
 * pointer comes with the click, so that nothing was fetched before it. Throws where something of the viewer is there already.
 */
export async function measureOpenedRecord(
  page: Page,
  { listAddress, record }: ListedRecord,
  canvas: string,
): Promise<number> {
  await page.goto(listAddress);
  const link = page.locator(`a[href*="/records/${record}"]`).first();
  await link.waitFor();
  await page.waitForLoadState("networkidle");
  if ((await page.locator(canvas).count()) > 0) throw new Error("The list came with a picture.");
  await page.evaluate(watchForPicture, { canvas, from: "click" as const });
  await link.click();
  return untilPicture(page);
}

async function untilPicture(page: Page): Promise<number> {
  await page.waitForFunction(() => typeof Reflect.get(window, "pictureAfter") === "number");
  const after: unknown = await page.evaluate(() => Reflect.get(window, "pictureAfter"));
  if (typeof after !== "number") throw new Error("The page does not say when its picture was there.");
  return after;
}

interface Watching {
  readonly canvas: string;
  readonly from: "navigation" | "click";
}

/** Runs in the page: from its very beginning, or before the click. */
function watchForPicture({ canvas: selector, from }: Watching): void {
  let began = 0;
  const look = () => {
    const canvas = document.querySelector(selector);
    const middle =
      canvas instanceof HTMLCanvasElement && canvas.width > 0
        ? canvas.getContext("2d")?.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data
        : undefined;
    if ((middle?.[0] ?? 0) > 0) Reflect.set(window, "pictureAfter", performance.now() - began);
    else requestAnimationFrame(look);
  };
  const begin = () => {
    began = performance.now();
    look();
  };
  if (from === "navigation") look();
  else document.addEventListener("click", begin, { capture: true, once: true });
}
