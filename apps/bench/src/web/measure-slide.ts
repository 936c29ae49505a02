import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { writeLargePicture } from "@consilium/record-import/testing";
import type { Browser } from "playwright-core";
import { roundsOf } from "../ingest/figure.ts";
import type { DemoServer } from "../measuring/demo-server.ts";
import type { Figure } from "../measuring/figures.ts";
import { enter } from "./browser.ts";
import { measureFirstPicture, measureOpenedRecord } from "./first-picture.ts";
import { handOverOne } from "./hand-over-one.ts";

export interface SlideWork {
  readonly rounds: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** What OpenSeadragon draws the slide into; the small one is elsewhere. */
const picture = ".slide-picture canvas";

/** A slide in the browser, opened by somebody who never opened one. */
export async function measureSlide(
  server: DemoServer,
  browser: Browser,
  folder: string,
  { rounds, width, height }: SlideWork,
): Promise<readonly Figure[]> {
  const file = join(folder, "slide.jpg");
  await writeLargePicture(file, { seed: 7, width, height });
  const slide = await handOverOne(server, [{ file, path: "slide.jpg", bytes: (await stat(file)).size }]);
  await rm(file);
  const figure = roundsOf();
  const words = `a slide of ${width.toLocaleString("en")} x ${height.toLocaleString("en")} pixels`;
  for (let round = 0; round < rounds; round += 1) {
    const fresh = await enter(browser, server, "specialist");
    const opened = await measureOpenedRecord(fresh.page, slide, picture);
    await fresh.page.context().close();
    const one = await enter(browser, server, "specialist");
    const addressed = await measureFirstPicture(one.page, slide.address, picture);
    await one.page.context().close();
    figure("slide-shown", `${words}, from a click in an open case`, "ms", opened, { atMost: 500 });
    figure("slide-shown-fresh", "the same from its address, the whole page fresh", "ms", addressed);
  }
  return figure.all();
}
