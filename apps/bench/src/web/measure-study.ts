import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { type CtSize, writeStudy } from "../ingest/ct-study.ts";
import { roundsOf } from "../ingest/figure.ts";
import type { DemoServer } from "../measuring/demo-server.ts";
import type { Figure } from "../measuring/figures.ts";
import { quantile } from "../measuring/spread.ts";
import { enter } from "./browser.ts";
import { measureFirstPicture, measureOpenedRecord } from "./first-picture.ts";
import { handOverOne } from "./hand-over-one.ts";
import { type Drawing, measureRemoteMark, measureScroll, stackPicture } from "./study-page.ts";

export interface StudyWork {
  readonly rounds: number;
  readonly ct: CtSize;
  /** Slices that are scrolled through, and marks that are drawn, in a round. */
  readonly steps: number;
  readonly marks: number;
}

/** A CT in the browser: opened by somebody who never opened one, scrolled, and marked by one while another looks. */
export async function measureStudy(
  server: DemoServer,
  browser: Browser,
  folder: string,
  work: StudyWork,
): Promise<readonly Figure[]> {
  const place = join(folder, "study");
  const study = await handOverOne(server, await writeStudy(place, 5000, work.ct));
  await rm(place, { recursive: true });
  const figure = roundsOf();
  for (let round = 0; round < work.rounds; round += 1) {
    const fresh = await enter(browser, server, "specialist");
    const opened = await measureOpenedRecord(fresh.page, study, stackPicture);
    await fresh.page.context().close();
    figure("first-picture", "a CT's first picture, from a click in an open case", "ms", opened, {
      atMost: 1500,
    });
    const [one, other] = [
      await enter(browser, server, "specialist"),
      await enter(browser, server, "referrer"),
    ];
    await scroll(one.page, study.address, work, figure);
    await measureFirstPicture(other.page, study.address, stackPicture);
    await other.page.waitForLoadState("networkidle");
    await mark({ by: one.page, at: other.page }, round, work, figure);
    for (const { page } of [one, other]) await page.context().close();
  }
  return figure.all();
}

type NoteFigure = ReturnType<typeof roundsOf>;

/** Ends at the slice that the study opens with. */
async function scroll(page: Page, address: string, { steps }: StudyWork, figure: NoteFigure): Promise<void> {
  const first = await measureFirstPicture(page, address, stackPicture);
  const early = await measureScroll(page, steps);
  await page.waitForLoadState("networkidle");
  const scrolled = await measureScroll(page, steps);
  figure("first-picture-fresh", "the same from its address, the whole page fresh", "ms", first);
  figure("scroll-early", "the next slice while slices are fetched, p50", "ms", quantile(early, 0.5));
  figure("scroll", "the next slice once they are there, p50", "ms", quantile(scrolled, 0.5), { atMost: 33 });
  figure("scroll-p95", "the same, p95", "ms", quantile(scrolled, 0.95));
}

async function mark(
  pages: Drawing,
  round: number,
  { ct, marks }: StudyWork,
  figure: NoteFigure,
): Promise<void> {
  const middle = Math.ceil(ct.slices / 2);
  const marked = await measureRemoteMark(pages, { slice: middle, further: round, marks });
  figure("remote-mark", "a mark in the other's picture, p50", "ms", quantile(marked, 0.5), { atMost: 100 });
  figure("remote-mark-most", "the same, the slowest", "ms", quantile(marked, 1));
}
