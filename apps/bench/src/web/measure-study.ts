import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { type CtSize, writeStudy } from "../ingest/ct-study.ts";
import { roundsOf } from "../ingest/figure.ts";
import { beginDelivery, openDoor, sendAll, untilRead } from "../ingest/hand-over.ts";
import type { DemoServer } from "../measuring/demo-server.ts";
import type { Figure } from "../measuring/figures.ts";
import { quantile } from "../measuring/spread.ts";
import { type Desk, openDesk, signIn } from "./browser.ts";
import {
  type ListedStudy,
  measureFirstPicture,
  measureOpenedStudy,
  measureRemoteMark,
  measureScroll,
} from "./study-page.ts";

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
  const study = await prepareStudy(server, join(folder, "study"), work.ct);
  const figure = roundsOf();
  const middle = Math.ceil(work.ct.slices / 2);
  for (let round = 0; round < work.rounds; round += 1) {
    const fresh = await enter(browser, server, "specialist");
    const opened = await measureOpenedStudy(fresh.page, study);
    await fresh.page.context().close();
    const one = await enter(browser, server, "specialist");
    const first = await measureFirstPicture(one.page, study.address);
    const early = await measureScroll(one.page, work.steps);
    await one.page.waitForLoadState("networkidle");
    const scrolled = await measureScroll(one.page, work.steps);
    const other = await enter(browser, server, "referrer");
    await measureFirstPicture(other.page, study.address);
    await other.page.waitForLoadState("networkidle");
    const marked = await measureRemoteMark(
      { by: one.page, at: other.page },
      { slice: middle, further: round, marks: work.marks },
    );
    figure("first-picture", "a CT's first picture, from a click in an open case", "ms", opened, {
      atMost: 1500,
    });
    figure("first-picture-fresh", "the same from its address, the whole page fresh", "ms", first);
    figure("scroll-early", "the next slice while slices are fetched, p50", "ms", quantile(early, 0.5));
    figure("scroll", "the next slice once they are there, p50", "ms", quantile(scrolled, 0.5), {
      atMost: 33,
    });
    figure("scroll-p95", "the same, p95", "ms", quantile(scrolled, 0.95));
    figure("remote-mark", "a mark in the other's picture, p50", "ms", quantile(marked, 0.5), { atMost: 100 });
    figure("remote-mark-most", "the same, the slowest", "ms", quantile(marked, 1));
    for (const { page } of [one, other]) await page.context().close();
  }
  return figure.all();
}

async function enter(browser: Browser, server: DemoServer, name: string): Promise<Desk> {
  const desk = await openDesk(browser);
  await signIn(desk, server, `${name}@demo.test`);
  return desk;
}

/** A study that was handed over like any other. */
async function prepareStudy(
  server: DemoServer,
  folder: string,
  size: CtSize,
): Promise<ListedStudy & { readonly address: string }> {
  const door = await openDoor(server);
  const files = await writeStudy(folder, 5000, size);
  const delivery = await beginDelivery(door);
  await sendAll(door, delivery, files);
  const { records } = await untilRead(door, delivery, files.length);
  await rm(folder, { recursive: true });
  const [record, ...others] = records;
  if (record === undefined || others.length > 0) throw new Error("The slices are not one study.");
  const listAddress = `${server.origin}/cases/${door.caseId}/records`;
  return { listAddress, record, address: `${listAddress}/${record}` };
}
