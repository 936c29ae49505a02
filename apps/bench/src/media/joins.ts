import { startRoomServer } from "@consilium/conference-client/testing";
import type { Browser } from "playwright-core";
import type { Figure } from "../measuring/figures.ts";
import { quantile, spreadOf } from "../measuring/spread.ts";
import { firstFrameOf, goIn, leave, openCallPage } from "./call-page.ts";

/** From "go in" to the other one's first picture, camera and microphone being begun on the way. */
export async function measureJoins(
  browser: Browser,
  program: string,
  joins: number,
): Promise<readonly Figure[]> {
  const server = await startRoomServer({ program });
  const there = await openCallPage(browser, server);
  await goIn(there);
  const times: number[] = [];
  for (let time = 0; time < joins; time += 1) {
    const coming = await openCallPage(browser, server);
    const inside = goIn(coming);
    const at = await firstFrameOf(coming);
    times.push(at - (await coming.page.evaluate(() => testCall.entered())));
    await inside;
    await leave(coming);
  }
  await leave(there);
  await server.close();
  return [
    {
      name: "join-p50",
      words: `from going in to the first picture, ${joins} times, p50`,
      unit: "ms",
      ours: { ...spreadOf(times), median: quantile(times, 0.5) },
      target: { atMost: 800 },
    },
    {
      name: "join-p95",
      words: "the same, p95",
      unit: "ms",
      ours: { ...spreadOf(times), median: quantile(times, 0.95) },
      target: { atMost: 1500 },
    },
  ];
}
