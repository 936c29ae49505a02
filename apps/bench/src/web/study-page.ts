import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "playwright-core";

const picture = "[data-surface=left]";
/** What a stack is drawn into. */
export const stackPicture = ".pane-picture canvas";
/** Milliseconds in which whatever an act set off has ended. */
const rest = 150;

/** Milliseconds from each key to the frame with another slice in it; ends at the slice that it began at. */
export async function measureScroll(page: Page, steps: number): Promise<readonly number[]> {
  await page.locator(picture).focus();
  const times: number[] = [];
  for (let step = 0; step < steps; step += 1) {
    times.push(await page.evaluate(timeOfNextSlice, step < steps / 2 ? "ArrowDown" : "ArrowUp"));
    await pause(rest / 10);
  }
  return times;
}

/**
 * Runs in the page. Each slice has a grain of its own, so that some pixels always differ. They are read from a copy of a few pixels,
 * once each frame is painted: before the next frame would count it a frame too late.
 */
function timeOfNextSlice(key: string): Promise<number> {
  const canvas = document.querySelector(".pane-picture canvas");
  if (!(canvas instanceof HTMLCanvasElement)) throw new Error("There is no picture.");
  const side = 16;
  const copy = new OffscreenCanvas(side, side).getContext("2d", { willReadFrequently: true });
  if (!copy) throw new Error("Nothing can be read.");
  const sample = () => {
    const [left, top] = [canvas.width / 2 - side / 2, canvas.height / 2 - side / 2];
    copy.drawImage(canvas, left, top, side, side, 0, 0, side, side);
    return copy.getImageData(0, 0, side, side).data.join(" ");
  };
  const before = sample();
  const painted = new MessageChannel();
  return new Promise((resolve) => {
    const began = performance.now();
    // What is sent from within a frame comes once it is painted.
    const next = () => requestAnimationFrame(() => painted.port2.postMessage(undefined));
    painted.port1.addEventListener("message", () => {
      if (sample() === before) next();
      else resolve(performance.now() - began);
    });
    painted.port1.start();
    document.activeElement?.dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
    );
    next();
  });
}

export interface Drawing {
  readonly by: Page;
  readonly at: Page;
}

const finished = ".mark-layer g[data-look=mark]";

export interface Marking {
  /** Where both pages are. */
  readonly slice: number;
  /** How many slices further the marks come: on a slice that has marks already a hand would take hold of those. */
  readonly further: number;
  readonly marks: number;
}

/** Milliseconds that a mark may take until it is seen, before the measurement is given up. */
const patience = 30_000;

/**
 * Milliseconds from letting go of the button in one picture to the frame that has the mark in the other, both at one slice. Throws where
 * a mark is not seen.
 */
export async function measureRemoteMark(
  { by, at }: Drawing,
  { slice, further, marks }: Marking,
): Promise<readonly number[]> {
  for (const page of [by, at]) await goFurther(page, slice, further);
  await by.keyboard.press("l");
  const times: number[] = [];
  for (let mark = 0; mark < marks; mark += 1) {
    const there = await at.locator(finished).count();
    const seen = at.evaluate(untilMarks, { finished, count: there + 1, patience });
    const released = by.evaluate(untilReleased);
    await draw(by, 0.3 + (0.4 * mark) / marks);
    const took = (await seen) - (await released);
    if (took < 0) throw new Error(`A mark was seen ${-took} ms before it was drawn.`);
    times.push(took);
    await pause(rest);
  }
  return times;
}

async function goFurther(page: Page, slice: number, further: number): Promise<void> {
  await page.getByText(`Slice ${slice} of`).first().waitFor();
  await page.locator(picture).focus();
  for (let step = 0; step < further; step += 1) await page.keyboard.press("ArrowDown");
  await page
    .getByText(`Slice ${slice + further} of`)
    .first()
    .waitFor();
}

/** A length across the picture, at a part of its height, with the hand. */
async function draw(page: Page, height: number): Promise<void> {
  const box = await page.locator(picture).boundingBox();
  if (!box) throw new Error("There is no picture.");
  const y = box.y + box.height * height;
  await page.mouse.move(box.x + box.width * 0.45, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.55, y, { steps: 10 });
  await page.mouse.up();
}

// Both run in a page. Two pages read one clock of the machine; the beginnings of their own clocks are some hundred milliseconds apart.

function untilReleased(): Promise<number> {
  return new Promise((resolve) => {
    const release = () => resolve(Date.now());
    window.addEventListener("pointerup", release, { capture: true, once: true });
  });
}

interface AwaitedMarks {
  readonly finished: string;
  readonly count: number;
  readonly patience: number;
}

function untilMarks({ finished: selector, count, patience: limit }: AwaitedMarks): Promise<number> {
  const givenUpAt = Date.now() + limit;
  return new Promise((resolve, reject) => {
    const look = () => {
      const there = document.querySelectorAll(selector).length;
      if (there >= count) resolve(Date.now());
      else if (Date.now() > givenUpAt) reject(new Error(`${there} marks are seen where ${count} should be.`));
      else requestAnimationFrame(look);
    };
    look();
  });
}
