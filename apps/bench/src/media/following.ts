import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { writeStudy } from "../ingest/ct-study.ts";
import { createDataFolder } from "../measuring/data-folder.ts";
import { startDemoServer } from "../measuring/demo-server.ts";
import type { Figure } from "../measuring/figures.ts";
import { quantile, spreadOf } from "../measuring/spread.ts";
import { handOverOne } from "../web/hand-over-one.ts";
import { bothInConference, type InConference } from "./both-in-conference.ts";
import { middleOf, mostSlices, type SeenSlice, type Watching, watchSlices } from "./slices-seen.ts";

export interface FollowingWork {
  /** Single slices, one after the other. */
  readonly steps: number;
  /** Times that a key is held. */
  readonly scrolls: number;
}

const study = { number: 6000, slices: mostSlices, side: 512 } as const;
/** Milliseconds between two single slices, and between two of a key that is held. */
const [stepping, held] = [333, 33] as const;
/** Slices of a key that is held. */
const far = 25;
/** Milliseconds in which whatever a key set off has ended. */
const rest = 1000;

/** From a slice on the presenter's screen to the same slice on a follower's, in the app with its server. */
export async function measureFollowing(browser: Browser, work: FollowingWork): Promise<readonly Figure[]> {
  const folder = createDataFolder();
  const server = await startDemoServer(folder.path);
  try {
    const place = join(folder.path, "study");
    const files = await writeStudy(place, study.number, { ...study, middleOf });
    const { caseId } = await handOverOne(server, files);
    await rm(place, { recursive: true });
    const both = await bothInConference(browser, server, caseId, `CT ${study.number}`);
    const figures = [
      ...(await measureSteps(both, work.steps)),
      ...(await measureScrolls(both, work.scrolls)),
    ];
    for (const page of Object.values(both)) await page.context().close();
    return figures;
  } finally {
    await server.stop();
    folder.remove();
  }
}

interface BothSeen {
  readonly shown: readonly SeenSlice[];
  readonly followed: readonly SeenSlice[];
}

/** What both pages paint while the presenter does something, and until it has come to rest. */
async function whatBothSee(
  { presenter, follower }: InConference,
  act: (page: Page) => Promise<void>,
): Promise<BothSeen> {
  const watching: readonly [Watching, Watching] = [await watchSlices(presenter), await watchSlices(follower)];
  await presenter.locator("[data-surface=left]").focus();
  await pause(rest / 4);
  await act(presenter);
  await pause(rest);
  const [shown, followed] = [await watching[0].seen(), await watching[1].seen()];
  for (const { stop } of watching) await stop();
  return { shown, followed };
}

/** Milliseconds by which each slice came later to the follower; a slice that they never saw has none. */
function lagsOf({ shown, followed }: BothSeen): readonly number[] {
  let from = 0;
  return shown.slice(1).flatMap(({ slice, at }) => {
    const found = followed.findIndex((seen, index) => index >= from && seen.slice === slice);
    if (found < 0) return [];
    from = found;
    return [(followed[found]?.at ?? Number.NaN) - at];
  });
}

async function measureSteps(both: InConference, steps: number): Promise<readonly Figure[]> {
  const seen = await whatBothSee(both, async (page) => {
    for (let step = 0; step < steps; step += 1) {
      await page.keyboard.press(step < steps / 2 ? "ArrowDown" : "ArrowUp");
      await pause(stepping);
    }
  });
  const lags = lagsOf(seen);
  return [
    {
      name: "follow-p50",
      words: `a follower's slice after the presenter's, ${lags.length} times, p50`,
      unit: "ms",
      ours: { ...spreadOf(lags), median: quantile(lags, 0.5) },
    },
    {
      name: "follow-p95",
      words: "  the same, p95",
      unit: "ms",
      ours: { ...spreadOf(lags), median: quantile(lags, 0.95) },
      target: { atMost: 100 },
    },
    {
      name: "follow-missed",
      words: "  slices that the follower did not see",
      unit: "",
      ours: spreadOf([steps - lags.length]),
      target: { atMost: 0 },
    },
  ];
}

async function measureScrolls(both: InConference, scrolls: number): Promise<readonly Figure[]> {
  const ends: number[] = [];
  const parts: number[] = [];
  let wrong = 0;
  for (let scroll = 0; scroll < scrolls; scroll += 1) {
    const seen = await whatBothSee(both, (page) => hold(page, scroll % 2 === 0 ? "ArrowDown" : "ArrowUp"));
    const [shown, followed] = [seen.shown.at(-1), seen.followed.at(-1)];
    if (!shown || shown.slice !== followed?.slice) wrong += 1;
    else ends.push(followed.at - shown.at);
    parts.push((100 * lagsOf(seen).length) / (seen.shown.length - 1));
  }
  return [
    {
      name: "scroll-end",
      words: `a key held for ${far} slices: the last of them, ${scrolls} times, p95`,
      unit: "ms",
      ours: { ...spreadOf(ends), median: quantile(ends, 0.95) },
    },
    { name: "scroll-seen", words: "  of its slices the follower sees", unit: "%", ours: spreadOf(parts) },
    {
      name: "scroll-wrong",
      words: "  times that the follower ends on another slice",
      unit: "",
      ours: spreadOf([wrong]),
      target: { atMost: 0 },
    },
  ];
}

async function hold(page: Page, key: string): Promise<void> {
  for (let slice = 0; slice < far; slice += 1) {
    await page.keyboard.down(key);
    await pause(held);
  }
  await page.keyboard.up(key);
}
