import { createSeededRandom } from "@consilium/foundation";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { diffIntoFragment } from "../rich-text/diff-into-fragment.ts";
import { markdownToRichText } from "../rich-text/markdown.ts";
import { readFragment } from "../rich-text/read-fragment.ts";
import { paragraphOf, textsOf } from "../rich-text/testing.ts";
import { itemIds, writeSomething } from "../testing/index.ts";
import { type DifferenceNode, type DifferenceRun, isDifferenceRun } from "./difference-node.ts";
import { difference } from "./difference.ts";
import { createLog } from "./history-testing.ts";
import type { LogRow } from "./log-row.ts";
import { replay } from "./replay.ts";
import { sideOf } from "./sides.ts";
import { createSilentDoc } from "./silent-doc.ts";

const summary = { section: "summary" };
const section = (doc: Y.Doc) => doc.getXmlFragment("s.summary");
const runsIn = (nodes: readonly DifferenceNode[]): DifferenceRun[] =>
  nodes.flatMap((node) => (isDifferenceRun(node) ? [node] : runsIn(node.children)));

/** One line a run: "ana+ word" added by Ana, "ana-cy word" Ana's word removed by Cy, "ana= word" unchanged; ~ for moved. */
const told = (nodes: readonly DifferenceNode[]): string[] =>
  runsIn(nodes).map(({ text, state, insertedBy, deletedBy, moved }) => {
    const sign = { same: "=", added: "+", removed: `-${deletedBy?.personId}` }[state];
    return `${insertedBy.personId}${sign}${moved ? "~" : ""} ${text}`;
  });

const replaceAll = (markdown: string) => (doc: Y.Doc) =>
  diffIntoFragment(
    section(doc),
    markdownToRichText(markdown, () => itemIds[0]),
  );

/** What an independent document shows after that row. */
function standing(rows: readonly LogRow[], sequence: number): Y.Doc {
  const doc = createSilentDoc({ gc: true });
  for (const row of rows) if (row.sequence <= sequence) Y.applyUpdate(doc, row.bytes);
  return doc;
}

describe("the oracle", () => {
  test.for(Array.from({ length: 12 }, (_, index) => index + 1))(
    "without what was added it is the earlier moment, without what was removed the later one (%i)",
    (seed) => {
      const random = createSeededRandom(seed);
      const log = createLog();
      const people = ["ana", "ben", "cy"];
      for (let step = 0; step < 160; step += 1) {
        const person = random.pick(people);
        log.open(person).transact(() => writeSomething(log.open(person), random));
        if (random.below(2) === 0) log.send(person);
        if (random.below(3) === 0) log.receive(log.open(person));
      }
      for (const person of people) log.send(person);
      const history = replay(log.rows);
      for (let trial = 0; trial < 12; trial += 1) {
        const from = random.below(log.rows.length + 1);
        const to = from + random.below(log.rows.length + 1 - from);
        for (const name of ["summary", "findings", "plain"]) {
          const nodes = difference(history, from, to, { section: name });
          const fragment = (sequence: number) => standing(log.rows, sequence).getXmlFragment(`s.${name}`);
          expect(sideOf(nodes, "before")).toEqual(readFragment(fragment(from)));
          expect(sideOf(nodes, "after")).toEqual(readFragment(fragment(to)));
        }
        for (const item of itemIds) {
          const nodes = difference(history, from, to, { item, field: "text" });
          for (const [side, sequence] of [
            ["before", from],
            ["after", to],
          ] as const) {
            const held = standing(log.rows, sequence).getMap<Y.Map<unknown>>("items").get(item)?.get("text");
            const wanted = held instanceof Y.XmlFragment ? readFragment(held).content : [];
            expect(sideOf(nodes, side).content).toEqual(wanted);
          }
        }
      }
    },
  );

  test("a replay to the middle answers like one to the end", () => {
    const random = createSeededRandom(5);
    const log = createLog();
    for (let step = 0; step < 100; step += 1)
      log.write(random.pick(["ana", "ben"]), (doc) => writeSomething(doc, random));
    const whole = replay(log.rows);
    const half = replay(log.rows, { to: 50 });
    expect(half.sequence()).toBe(50);
    expect(difference(half, 20, 50, summary)).toEqual(difference(whole, 20, 50, summary));
    for (const row of log.rows.slice(50)) half.advance(row);
    expect(difference(half, 40, 90, summary)).toEqual(difference(whole, 40, 90, summary));
  });

  test("[SY-9] the replay never writes, however people format at once", () => {
    const random = createSeededRandom(9);
    const log = createLog();
    const written: Uint8Array[] = [];
    const history = replay([]);
    history.doc.on("update", (bytes) => written.push(bytes));
    for (let step = 0; step < 80; step += 1) {
      const person = random.pick(["ana", "ben", "cy"]);
      log.open(person).transact(() => writeSomething(log.open(person), random));
      log.send(person);
      if (random.below(5) === 0) log.receive(log.open(person));
    }
    for (const row of log.rows) history.advance(row);
    expect(written).toHaveLength(log.rows.length);
  });
});

describe("who did what", () => {
  test("words keep their author, removed words know who removed them", () => {
    const log = createLog();
    const from = log.write("ana", replaceAll("Three metastases remain."));
    log.write("ben", replaceAll("Three small metastases remain."));
    const to = log.write("cy", replaceAll("Three small ones remain."));
    expect(told(difference(replay(log.rows), from, to, summary))).toEqual([
      "ana= Three ",
      "ben+ small ",
      "ana-cy metastas",
      "cy+ on",
      "ana= es remain.",
    ]);
    expect(told(difference(replay(log.rows), 0, to, summary))).toEqual([
      "ana+ Three ",
      "ben+ small ",
      "cy+ on",
      "ana+ es remain.",
    ]);
  });

  test("[SY-6] what two people delete at once was deleted by the first in the log", () => {
    const log = createLog();
    const from = log.write("ana", replaceAll("Benign, surely."));
    for (const person of ["ben", "cy"]) {
      log.receive(log.open(person));
      replaceAll("Benign.")(log.open(person));
    }
    log.send("cy");
    log.send("ben");
    const history = replay(log.rows);
    expect(told(difference(history, from, log.rows.length, summary))).toContain("ana-cy , surely");
  });

  test("what a person deletes while offline, and sends again later, is theirs once", () => {
    const log = createLog();
    const from = log.write("ana", replaceAll("Benign, surely."));
    const to = log.write("ben", replaceAll("Benign."));
    log.send("ana");
    log.write("ana", replaceAll("Benign!"));
    expect(told(difference(replay(log.rows), from, to, summary))).toContain("ana-ben , surely");
  });

  test("a sentence that somebody splits or joins stays its author's, and shows as moved", () => {
    const log = createLog();
    const from = log.write("ana", replaceAll("The lesion fell. It is 6 mm now."));
    const split = log.write("cy", (doc) => {
      const [text] = textsOf(section(doc));
      text?.delete(17, 15);
      section(doc).insert(1, [paragraphOf("It is 6 mm now.")]);
    });
    const joined = log.write("ben", (doc) => {
      section(doc).delete(1, 1);
      textsOf(section(doc))[0]?.insert(17, "It is 6 mm now.");
    });
    const history = replay(log.rows);
    expect(told(difference(history, from, split, summary))).toEqual([
      "ana= The lesion fell. ",
      "ana-cy~ It is 6 mm now.",
      "ana+~ It is 6 mm now.",
    ]);
    expect(told(difference(history, 0, split, summary))).toEqual([
      "ana+ The lesion fell. ",
      "ana+ It is 6 mm now.",
    ]);
    expect(told(difference(history, split, joined, summary))).toEqual([
      "ana= The lesion fell. ",
      "ana+~ It is 6 mm now.",
      "ana-ben~ It is 6 mm now.",
    ]);
  });

  test("a paragraph of two authors that becomes a heading, then a list, keeps both", () => {
    const log = createLog();
    log.write("ana", replaceAll("First words here."));
    const from = log.write("ben", replaceAll("First words here. Second words there."));
    log.write("cy", (doc) => {
      section(doc).delete(0, 1);
      const heading = new Y.XmlElement("heading");
      heading.insert(0, [new Y.XmlText("First words here. Second words there.")]);
      section(doc).insert(0, [heading]);
    });
    const to = log.write("cy", (doc) => {
      section(doc).delete(0, 1);
      const [list, item] = [new Y.XmlElement("bulletList"), new Y.XmlElement("listItem")];
      item.insert(0, [paragraphOf("First words here. Second words there.")]);
      list.insert(0, [item]);
      section(doc).insert(0, [list]);
    });
    const nodes = difference(replay(log.rows), from, to, summary);
    expect(told(nodes).filter((line) => line.includes("+"))).toEqual([
      "ana+~ First words here.",
      "ben+~  Second words there.",
    ]);
    expect(told(nodes).filter((line) => line.includes("-"))).toEqual([
      "ana-cy~ First words here.",
      "ben-cy~  Second words there.",
    ]);
    expect(nodes.map((node) => !isDifferenceRun(node) && [node.type, node.state])).toEqual(
      expect.arrayContaining([
        ["bulletList", "added"],
        ["paragraph", "removed"],
      ]),
    );
  });

  test("a sentence with a link inside that becomes a heading keeps its author up to the full stop", () => {
    const log = createLog();
    const from = log.write("ana", replaceAll("The lesion fell [[evidence:ct#x|y]]."));
    const to = log.write("cy", (doc) => {
      section(doc).delete(0, 1);
      diffIntoFragment(
        section(doc),
        markdownToRichText("## The lesion fell [[evidence:ct#x|y]].", () => itemIds[0]),
      );
    });
    const added = told(difference(replay(log.rows), from, to, summary)).filter((line) => line.includes("+"));
    expect(added).toEqual(["ana+~ The lesion fell ", "ana+~ ."]);
  });

  test("moved text that is then deleted was removed, not moved", () => {
    const log = createLog();
    const from = log.write("ana", replaceAll("The lesion fell. It is 6 mm now."));
    log.write("cy", (doc) => {
      textsOf(section(doc))[0]?.delete(17, 15);
      section(doc).insert(1, [paragraphOf("It is 6 mm now.")]);
    });
    const to = log.write("cy", (doc) => textsOf(section(doc))[1]?.delete(3, 5));
    expect(told(difference(replay(log.rows), from, to, summary))).toEqual([
      "ana= The lesion fell. ",
      "ana-cy~ It ",
      "ana-cy is 6 ",
      "ana-cy~ mm now.",
      "ana+~ It mm now.",
    ]);
  });

  test("a surrogate pair is never parted", () => {
    const log = createLog();
    const from = log.write("ana", replaceAll("a 😀 b"));
    const to = log.write("ben", replaceAll("a 😁 b"));
    expect(told(difference(replay(log.rows), from, to, summary))).toEqual([
      "ana= a ",
      "ana-ben 😀",
      "ben+ 😁",
      "ana=  b",
    ]);
  });
});

describe("formatting", () => {
  test("a mark put on, taken off or extended is told with who did it", () => {
    const log = createLog();
    const plain = log.write("ana", replaceAll("All three can go."));
    const bold = log.write("ben", replaceAll("All **three** can go."));
    const longer = log.write("cy", replaceAll("All **three can** go."));
    const off = log.write("dee", replaceAll("All three can go."));
    const history = replay(log.rows);
    const formatted = (from: number, to: number) =>
      runsIn(difference(history, from, to, summary)).flatMap((run) =>
        run.formatted.map(({ mark, after, by }) => [run.text, mark, after !== null, by.personId]),
      );
    expect(formatted(plain, bold)).toEqual([["three", "bold", true, "ben"]]);
    expect(formatted(bold, longer)).toEqual([[" can", "bold", true, "cy"]]);
    expect(formatted(longer, off)).toEqual([["three can", "bold", false, "dee"]]);
    expect(formatted(plain, off)).toEqual([]);
  });

  test("a heading's level is told with who changed it", () => {
    const log = createLog();
    const from = log.write("ana", replaceAll("### CT of today"));
    const to = log.write("ben", replaceAll("## CT of today"));
    expect(difference(replay(log.rows), from, to, summary)).toMatchObject([
      {
        state: "same",
        attrs: { level: 2 },
        changed: [{ name: "level", before: 3, after: 2, by: { personId: "ben" } }],
      },
    ]);
  });
});

test("a log with a hole is not replayed, nor one that runs backwards", () => {
  const log = createLog();
  log.write("ana", replaceAll("One."));
  log.write("ana", replaceAll("One. Two."));
  const [first, second] = log.rows;
  if (!first || !second) throw new Error("two were written");
  expect(() => replay([second])).toThrow("Row 2 refers to what no earlier row holds");
  expect(() => replay([first, second, first])).toThrow("Row 1 comes after row 2");
});
