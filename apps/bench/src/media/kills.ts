import { startRoomServer } from "@consilium/conference-client/testing";
import type { Browser } from "playwright-core";
import type { Figure } from "../measuring/figures.ts";
import { spreadOf } from "../measuring/spread.ts";
import { firstFrameOf, goIn, leave, openCallPage } from "./call-page.ts";

/** From kill -9 of the worker in mid-call to pictures on both sides. */
export async function measureKills(
  browser: Browser,
  program: string,
  kills: number,
): Promise<readonly Figure[]> {
  const server = await startRoomServer({ program });
  const people = [await openCallPage(browser, server), await openCallPage(browser, server)];
  for (const person of people) await goIn(person);
  await Promise.all(people.map((person) => firstFrameOf(person)));
  const times: number[] = [];
  for (let time = 0; time < kills; time += 1) {
    // The next warm one is warmed up meanwhile, as it is by the time that one dies outside of a measurement.
    await people[0]?.page.waitForTimeout(3000);
    const killed = Date.now();
    for (const worker of server.media.workers()) process.kill(worker, "SIGKILL");
    const again = await Promise.all(people.map((person) => firstFrameOf(person, killed)));
    times.push(Math.max(...again) - killed);
  }
  await Promise.all(people.map(leave));
  await server.close();
  return [
    {
      name: "killed-worker",
      words: `from a worker's death to pictures on both sides, ${kills} times`,
      unit: "ms",
      ours: spreadOf(times),
      target: { eachAtMost: 3000 },
    },
  ];
}
