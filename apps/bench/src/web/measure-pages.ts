import type { Browser } from "playwright-core";
import type { DemoServer } from "../measuring/demo-server.ts";
import type { Figure, Target } from "../measuring/figures.ts";
import { spreadOf } from "../measuring/spread.ts";
import { openDesk, signIn } from "./browser.ts";
import { measureFirstLoad } from "./first-load.ts";
import { measureKeys } from "./key-cost.ts";
import { lengthen, openingWords, opinionSections } from "./long-opinion.ts";
import { measureFollowing, measureOpening } from "./open-opinion.ts";
import { commentOn, findOpinion } from "./prepare-case.ts";

export interface Work {
  readonly rounds: number;
  readonly keys: number;
  readonly threads: number;
  /** Of the long opinion. */
  readonly characters: number;
}

const section = "summary";
/** What a case opens with. */
const firstSection = "question";
/** Where the threads stand: some pages of text. */
const commented = 20_000;

/** One person at the demo's open opinion: first as it is, then with many threads, then long. */
export async function measurePages(server: DemoServer, browser: Browser, work: Work) {
  const opinion = await findOpinion(server);
  const address = `${opinion.address}/${section}`;
  const load = await measureFirstLoad(browser, server, address);

  await lengthen(opinion.place, commented, [section]);
  await commentOn(opinion, section, work.threads);
  const desk = await openDesk(browser);
  await signIn(desk, server, "specialist@demo.test");
  await measureOpening(desk.page, address, section, openingWords);
  const marked = desk.page.locator(`#section-${section} [data-mark]`);
  await marked.nth(Math.floor(work.threads / 2)).waitFor({ state: "attached" });
  const marks = await marked.count();
  const keys: number[] = [];
  for (let round = 0; round < work.rounds; round += 1)
    keys.push(await measureKeys(desk, section, openingWords, work.keys));

  const bytes = await lengthen(opinion.place, work.characters, opinionSections);
  const opening: number[] = [];
  for (let round = 0; round < work.rounds; round += 1)
    opening.push(await measureOpening(desk.page, address, section, openingWords));
  const following: number[] = [];
  for (let round = 0; round < work.rounds; round += 1)
    following.push(
      await measureFollowing(desk.page, { ...opinion, section: firstSection, words: openingWords }),
    );
  const longKeys = [await measureKeys(desk, firstSection, openingWords, work.keys)];

  const figures = [
    one("script-sign-in", "script until the sign-in page stands", "kB", [load.signIn], { atMost: 300 }),
    one("script-cases", "script until the list of cases stands", "kB", [load.cases], { atMost: 300 }),
    one("script-opinion", "script until the opinion can be written", "kB", [load.opinion]),
    one("open-long", "an opinion of that many bytes opens at its address", "ms", opening, { atMost: 1000 }),
    one("follow-long", "the same, from a click in the list of cases", "ms", following, { atMost: 1000 }),
    one("key", `script of a key, ${work.threads} threads, p95`, "ms", keys, { atMost: 16 }),
    one("key-long", "the same in the long opinion, p95", "ms", longKeys),
  ];
  return { figures, facts: { rounds: work.rounds, bytes, threads: work.threads, marks } };
}

const one = (
  name: string,
  words: string,
  unit: string,
  rounds: readonly number[],
  target?: Target,
): Figure => ({ name, words, unit, ours: spreadOf(rounds), ...(target && { target }) });
