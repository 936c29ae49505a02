import { isClinician } from "@consilium/clinical";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Moment } from "./content-moment.ts";
import type { DemoCase, DemoThread } from "./content.ts";
import { resolveDates } from "./dates.ts";
import { growStep } from "./history.ts";
import { demoCaseNames, readContentFile, readDemoCase } from "./read-content.ts";

const today = "2026-11-24";
/** Nothing happens after this time of day 0. */
const lastMoment: Moment = { day: 0, time: "15:00" };

const link = /\[\[evidence:([a-z0-9.-]+)#([^|\]]+)\|([^\]]+)\]\]/g;
const plainOf = (markdown: string) =>
  markdown
    .replaceAll(link, "$3")
    .replaceAll(/^(#{1,6}|-) /gm, "")
    .replaceAll(/\*+([^*\n]+)\*+/g, "$1")
    .replaceAll(/\s+/g, " ")
    .trim();
const squash = (text: string) => text.replaceAll(/\s+/g, " ").trim();
const countOf = (text: string, words: string) => text.split(words).length - 1;
const minutesOf = ({ day, time }: Moment) =>
  day * 1440 + Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const isInOrder = (moments: readonly Moment[]) => {
  const minutes = moments.map(minutesOf);
  return minutes.every((minute, index) => index === 0 || (minutes[index - 1] ?? 0) <= minute);
};

const recordsOf = ({ records }: DemoCase) => [
  ...records.notes.map(({ id, text }) => ({ id, text, places: [] as readonly string[] })),
  ...records.pathology.map(({ id, text, places }) => ({ id, text, places: places.map((place) => place.id) })),
  ...records.imaging.map(({ id, report, places }) => ({
    id,
    text: report,
    places: places.map((place) => place.id),
  })),
  ...records.laboratory.map(({ id, points }) => ({ id, text: "", places: points.map((point) => point.id) })),
];

const sectionsOf = ({ opinion, documents }: DemoCase) => [
  ...Object.entries(opinion.sections).map(([id, { md }]) => ({ on: "opinion", id, md })),
  ...Object.entries(documents).flatMap(([on, { sections = [] }]) =>
    sections.map(({ id, md }) => ({ on, id, md })),
  ),
];

const rolesOf = (login: string) =>
  demoCaseNames.flatMap((name) => {
    const { people, seats } = readDemoCase(name, today);
    const person = people.find((candidate) => candidate.login === login);
    return seats.filter((seat) => seat.person === person?.id).map(({ role }) => `${name}: ${role}`);
  });

describe.each(demoCaseNames)("the content of %s", (name) => {
  const content = readDemoCase(name, today);
  const records = recordsOf(content);
  const seats = new Map(content.seats.map((seat) => [seat.id, seat]));

  test("names nobody who is not among its people, and gives no id twice", () => {
    const people = new Set(content.people.map(({ id }) => id));
    const named = [
      ...content.seats.map(({ person }) => person),
      ...content.lifecycle.map(({ by }) => by),
      ...content.questions.map(({ by }) => by),
      ...content.requests.flatMap(({ by, of }) => [by, of]),
      ...content.records.inventory.flatMap(({ said }) => (said ? [said.by] : [])),
      ...content.opinion.authors,
    ];
    expect(named.filter((id) => !people.has(id))).toEqual([]);
    const { seats: sits, lifecycle, clocks, requests, questions, opinion, threads } = content;
    const replies = threads.flatMap((thread) => thread.replies);
    const lists = [content.records.medicines, content.records.allergies, content.records.problems].flat();
    const ids = [
      sits,
      lifecycle,
      clocks,
      requests,
      questions,
      opinion.items,
      threads,
      replies,
      lists,
      records,
    ]
      .flat()
      .map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test("leaves no date unresolved", () => {
    expect(/\{\{[+-]?\d/.exec(JSON.stringify(content))).toBeNull();
  });

  test("tells its events in order and none of the future", () => {
    expect(isInOrder(content.lifecycle.map(({ at }) => at))).toBe(true);
    const isTold = ({ at, replies }: DemoThread) =>
      isInOrder([at, ...replies.map((reply) => reply.at), lastMoment]);
    expect(content.threads.filter((thread) => !isTold(thread))).toEqual([]);
    for (const { from, due, met, pauses } of content.clocks) {
      expect(isInOrder([from, met ?? from, due].filter((moment) => moment !== null))).toBe(true);
      for (const pause of pauses) expect(isInOrder([pause.from, pause.to])).toBe(true);
    }
  });

  test("flags each laboratory value by its range, in the order of days", () => {
    for (const { title, points, range } of content.records.laboratory) {
      const days = points.map(({ day }) => day);
      expect(days).toEqual([...new Set(days)].toSorted((one, other) => one - other));
      for (const { value, interpretation } of points) {
        const isHigh = range.high !== null && value > range.high;
        const isLow = range.low !== null && value < range.low;
        expect(`${title} ${value} ${interpretation}`).toBe(
          `${title} ${value} ${isHigh ? "H" : isLow ? "L" : "N"}`,
        );
      }
    }
  });

  test("points with every evidence link to words or a place of a record", () => {
    for (const { id, md } of sectionsOf(content)) {
      for (const [, record, target = ""] of md.matchAll(link)) {
        const found = records.find((candidate) => candidate.id === record);
        const isThere = target.startsWith("place:")
          ? found?.places.includes(target.slice(6))
          : found && squash(found.text).includes(squash(target));
        expect([`${id}: ${record}#${target}`, isThere]).toEqual([`${id}: ${record}#${target}`, true]);
      }
      expect(plainOf(md)).not.toContain("[[");
    }
  });

  test("quotes with every thread words that stand in their target once", () => {
    for (const thread of content.threads) {
      const text = thread.record
        ? squash(records.find(({ id }) => id === thread.record)?.text ?? "")
        : plainOf(
            sectionsOf(content).find(({ on, id }) => on === thread.target && id === thread.section)?.md ?? "",
          );
      const around = thread.prefix + thread.quote + thread.suffix;
      const counts = [thread.quote, around].map((words) => countOf(text, squash(words)));
      expect([thread.id, ...counts]).toEqual([thread.id, 1, 1]);
    }
  });

  test("shows no thread to more people than its root, and none to a seat that has not begun", () => {
    const widths = ["private", "clinicians", "everyone"];
    for (const thread of content.threads) {
      for (const { seat: id, at, audience } of [thread, ...thread.replies]) {
        const seat = seats.get(id);
        expect(seat?.from).toBeLessThanOrEqual(at.day);
        expect(seat?.mode).not.toBe("blind");
        expect(widths.indexOf(audience)).toBeLessThanOrEqual(widths.indexOf(thread.audience));
        expect(audience === "everyone" || (seat && isClinician(seat))).toBe(true);
      }
    }
  });

  test("answers every question that was not withdrawn, and cites only what it lists", () => {
    const { items } = content.opinion;
    const answered = items.filter(({ kind }) => kind === "answer").map((item) => item["question"]);
    const asked = content.questions.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id);
    expect(asked.filter((id) => !answered.includes(id))).toEqual([]);
    const ids = new Set<unknown>(items.map(({ id }) => id));
    const cited = items.flatMap((item) => (Array.isArray(item["citations"]) ? item["citations"] : []));
    expect(cited.filter((id) => !ids.has(id))).toEqual([]);
  });
});

test("the steps of the oncology opinion lead to its text", () => {
  const { history, opinion } = readDemoCase("oncology", today);
  const texts: Record<string, string> = {};
  for (const step of history?.steps ?? [])
    texts[step.section] = growStep(texts[step.section] ?? "", step).at(-1) ?? "";
  expect(texts).toEqual(Object.fromEntries(Object.entries(opinion.sections).map(([id, { md }]) => [id, md])));
});

test("the words of every case still fit together on another day", () => {
  const step = readDemoCase("oncology", "2027-03-03").history?.steps ?? [];
  const texts: Record<string, string> = {};
  for (const one of step) texts[one.section] = growStep(texts[one.section] ?? "", one).at(-1) ?? "";
  expect(Object.keys(texts).length).toBe(12);
});

test("each demo account sees at least one case, and one case seats the first four", () => {
  expect(rolesOf("patient@demo.test")).toEqual(["oncology: patient", "cardiology: proxy"]);
  expect(rolesOf("referrer@demo.test")).toContain("oncology: referrer");
  expect(rolesOf("specialist@demo.test")).toContain("oncology: specialist");
  expect(rolesOf("second.specialist@demo.test")).toContain("oncology: specialist");
  expect(rolesOf("coordinator@demo.test").length).toBe(3);
});

test("the glossary explains each term once, in a sentence or two", () => {
  const glossary = z
    .object({ terms: z.array(z.object({ id: z.string(), term: z.string(), plain: z.string() })) })
    .parse(readContentFile("glossary"));
  const terms = glossary.terms.map(({ term }) => term.toLowerCase());
  expect(terms.length).toBeGreaterThanOrEqual(60);
  expect(new Set(terms).size).toBe(terms.length);
  for (const { plain, term } of glossary.terms) {
    expect([term, plain.length > 25 && plain.length < 260]).toEqual([term, true]);
  }
  expect(resolveDates(JSON.stringify(glossary), today)).toBe(JSON.stringify(glossary));
});
