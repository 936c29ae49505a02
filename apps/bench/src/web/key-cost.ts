import { setTimeout as pause } from "node:timers/promises";
import { quantile } from "../measuring/spread.ts";
import type { Desk } from "./browser.ts";
import { writingIn } from "./opinion-page.ts";

/** Milliseconds between two keys: what a key starts has ended before the next one. */
const between = 120;
const warmUp = 10;

/** Milliseconds of script that a key costs the page, the 95th of a hundred, whatever the key sets off included. */
export async function measureKeys(
  { page, devtools }: Desk,
  section: string,
  words: string,
  keys: number,
): Promise<number> {
  await devtools.send("Performance.enable");
  await writingIn(page, section).getByText(words).first().click();
  const spent: number[] = [];
  let before = await scriptOf(devtools);
  for (let key = 0; key < warmUp + keys; key += 1) {
    await page.keyboard.press("a");
    await pause(between);
    const now = await scriptOf(devtools);
    if (key >= warmUp) spent.push((now - before) * 1000);
    before = now;
  }
  return quantile(spent, 0.95);
}

async function scriptOf(devtools: Desk["devtools"]): Promise<number> {
  const { metrics } = await devtools.send("Performance.getMetrics");
  const found = metrics.find(({ name }) => name === "ScriptDuration");
  if (!found) throw new Error("The browser does not tell how long its scripts ran.");
  return found.value;
}
