import type { Locator, Page } from "playwright-core";

/** Parts of the width and height of what is drawn upon. */
export type Spot = readonly [x: number, y: number];

/** With the hand, from one place of it to another. `before`: while the hand is still down. */
export async function draw(
  page: Page,
  surface: Locator,
  from: Spot,
  to: Spot,
  before: () => Promise<void> = async () => {},
): Promise<void> {
  const box = await surface.boundingBox();
  if (!box) throw new Error("There is nothing to draw upon.");
  const at = ([x, y]: Spot): [number, number] => [box.x + box.width * x, box.y + box.height * y];
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 12 });
  await before();
  await page.mouse.up();
}
