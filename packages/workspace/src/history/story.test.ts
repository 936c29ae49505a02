import { createSeededRandom } from "@consilium/foundation";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { diffIntoFragment } from "../rich-text/diff-into-fragment.ts";
import { markdownToRichText } from "../rich-text/markdown.ts";
import { readFragment } from "../rich-text/read-fragment.ts";
import { itemIds, writeSomething } from "../testing/index.ts";
import { activity } from "./activity.ts";
import { encodeCheckpoint, replayFromCheckpoint } from "./checkpoint.ts";
import { difference } from "./difference.ts";
import { createLog, startOfLog } from "./history-testing.ts";
import { itemDifferences } from "./item-difference.ts";
import { replay } from "./replay.ts";
import { stateAt } from "./state-at.ts";
import { summarise } from "./summary.ts";
import { timeline } from "./timeline.ts";
import { wordsByPerson } from "./word-counts.ts";

const rich = (markdown: string) => markdownToRichText(markdown, () => itemIds[0]);
const write = (section: string, markdown: string) => (doc: Y.Doc) =>
  diffIntoFragment(doc.getXmlFragment(`s.${section}`), rich(markdown));
const items = (doc: Y.Doc) => doc.getMap<Y.Map<unknown>>("items");
const [first, second] = itemIds;
const minute = 60_000;

function addItem(doc: Y.Doc, id: string, title: string): void {
  const text = new Y.XmlFragment();
  items(doc).set(
    id,
    new Y.Map<unknown>([
      ["kind", "finding"],
      ["title", title],
      ["text", text],
    ]),
  );
  diffIntoFragment(text, rich("Grew without treatment."));
}

function itemLog() {
  const log = createLog();
  const added = log.write("ana", (doc) => addItem(doc, first, "Segment VI"));
  const changed = log.write("ben", (doc) => {
    items(doc).get(first)?.set("title", "Segment VII");
    const text = items(doc).get(first)?.get("text");
    if (text instanceof Y.XmlFragment) diffIntoFragment(text, rich("Grew with treatment."));
  });
  const removed = log.write("cy", (doc) => items(doc).delete(first));
  return { log, added, changed, removed };
}

describe("structured items", () => {
  test("fields are told with who changed them last", () => {
    const { log, added, changed } = itemLog();
    const [item] = itemDifferences(replay(log.rows), added, changed);
    expect(item).toMatchObject({ id: first, kind: "finding", state: "same", by: undefined });
    expect(item?.fields).toMatchObject([
      { field: "text" },
      { field: "title", before: "Segment VI", after: "Segment VII", by: { personId: "ben" } },
    ]);
    const text = item?.fields[0];
    expect(text && "nodes" in text && wordsByPerson(text.nodes)).toEqual([
      { personId: "ben", added: 0, removed: 1 },
    ]);
  });

  test("an item that came, went, or did both", () => {
    const { log, added, changed, removed } = itemLog();
    const history = replay(log.rows);
    expect(itemDifferences(history, 0, changed)).toMatchObject([{ state: "added", by: { personId: "ana" } }]);
    expect(itemDifferences(history, added, removed)).toMatchObject([
      { state: "removed", kind: "finding", by: { personId: "cy" } },
    ]);
    expect(itemDifferences(history, 0, removed)).toEqual([]);
    expect(itemDifferences(history, changed, changed)).toEqual([]);
  });

  test("an item that somebody set anew is compared field by field", () => {
    const log = createLog();
    const from = log.write("ana", (doc) => addItem(doc, first, "Segment VI"));
    const to = log.write("ben", (doc) =>
      items(doc).set(
        first,
        new Y.Map<unknown>([
          ["kind", "finding"],
          ["rank", "a1"],
        ]),
      ),
    );
    expect(itemDifferences(replay(log.rows), from, to)).toMatchObject([
      {
        state: "same",
        fields: [
          { field: "rank", before: undefined, after: "a1", by: { personId: "ben" } },
          { field: "text" },
          { field: "title", before: "Segment VI", after: undefined, by: { personId: "ben" } },
        ],
      },
    ]);
  });
});

describe("the whole document", () => {
  test("only sections that show something else are named, with the words of each person", () => {
    const log = createLog();
    const from = log.write("ana", write("summary", "Three metastases remain."));
    log.write("ana", write("plain", "Nothing."));
    log.write("ben", write("summary", "Three metastases remain in reach of surgery."));
    log.write("ben", (doc) => addItem(doc, second, "New"));
    log.write("ana", write("plain", ""));
    expect(summarise(replay(log.rows), from, log.rows.length)).toMatchObject({
      sections: [{ section: "summary", words: [{ personId: "ben", added: 4, removed: 0 }] }],
      items: [{ id: second, state: "added" }],
    });
  });

  test("moving a paragraph brings nobody words", () => {
    const log = createLog();
    const from = log.write("ana", write("summary", "First of all.\n\nThen this."));
    const to = log.write("ben", (doc) => {
      const fragment = doc.getXmlFragment("s.summary");
      fragment.delete(0, 1);
      diffIntoFragment(fragment, rich("Then this.\n\nFirst of all."));
    });
    expect(wordsByPerson(difference(replay(log.rows), from, to, { section: "summary" }))).toEqual([]);
  });
});

function busyLog() {
  const log = createLog();
  log.write("ana", write("assessment", "Three metastases remain."));
  log.write("ben", write("findings", "The lesion"));
  log.write("ana", write("assessment", "Three metastases remain. Portal vein embolisation first."));
  log.write("ben", write("findings", "The lesion is 6 mm."));
  log.pause(5 * minute);
  log.write("ana", write("assessment", "Three metastases remain. All first."));
  log.write("ana", write("plain", "You can have surgery."));
  log.write("ana", (doc) => addItem(doc, first, "Segment VI"));
  return log;
}

describe("the timeline", () => {
  test("people who type at the same time each have a step; a pause or another section begins a new one", () => {
    const { steps, next } = timeline(replay(busyLog().rows), { limit: 20 });
    expect(next).toBeUndefined();
    expect(
      steps.map(({ personId, places, from, to, edits }) => [personId, places.join(), from, to, edits]),
    ).toEqual([
      ["ana", "s.assessment", 1, 3, 2],
      ["ben", "s.findings", 2, 4, 2],
      ["ana", "s.assessment", 5, 5, 1],
      ["ana", "s.plain", 6, 6, 1],
      ["ana", `items.${first}`, 7, 7, 1],
    ]);
    expect(steps[0]).toMatchObject({
      seatId: "seat-ana",
      at: startOfLog + 10_000,
      until: startOfLog + 30_000,
      wordsAdded: 7,
      wordsRemoved: 0,
      words: { state: "added", text: "Three metastases remain. Portal vein embolisation first." },
    });
    expect(steps[2]?.words).toEqual({ state: "removed", text: "Portal vein embolisation" });
    expect(steps[4]?.fields).toEqual(["kind", "text", "title"]);
  });

  test("pages follow each other without a gap, filtered by place or not", () => {
    const history = replay(busyLog().rows);
    const all = timeline(history, { limit: 20 }).steps;
    const one = timeline(history, { limit: 2 });
    const two = timeline(history, { limit: 2, after: one.next ?? 0 });
    const three = timeline(history, { limit: 2, after: two.next ?? 0 });
    expect([...one.steps, ...two.steps, ...three.steps]).toEqual(all);
    expect(three.next).toBeUndefined();
    expect(timeline(history, { limit: 9, place: "s.assessment" }).steps.map(({ from }) => from)).toEqual([
      1, 5,
    ]);
  });

  test("[SY-8] whoever was shared with later sees nothing that was gone by then", () => {
    const log = createLog();
    log.write("ana", write("assessment", "It is hopeless."));
    const since = log.write("ana", write("assessment", "It is hard."));
    log.write("ana", write("assessment", "It is hard but possible."));
    const history = replay(log.rows);
    const seen = [
      timeline(history, { limit: 9, since }),
      difference(history, since, 3, { section: "assessment" }),
      activity(history, { bars: 9, since }),
    ];
    expect(JSON.stringify(seen)).not.toContain("opeless");
    expect(timeline(history, { limit: 9, since }).steps).toMatchObject([{ from: 3, wordsAdded: 2 }]);
  });

  test("bars count everybody's work and leave out the silence", () => {
    const log = busyLog();
    log.pause(12 * 60 * minute);
    log.write("ben", write("findings", "The lesion is 5 mm."));
    const bars = activity(replay(log.rows), { bars: 10 });
    expect(
      bars.flatMap(({ people }) => people.map(({ edits }) => edits)).reduce((sum, edits) => sum + edits),
    ).toBe(8);
    expect(bars.map(({ from, to }) => [from, to])).toEqual([
      [1, 4],
      [5, 7],
      [8, 8],
    ]);
    expect(bars[0]?.people.map(({ personId }) => personId)).toEqual(["ana", "ben"]);
    expect(activity(replay([]), { bars: 10 })).toEqual([]);
  });
});

describe("a version", () => {
  test("shows the document after that row, and nothing of later ones", () => {
    const log = createLog();
    log.write("ana", (doc) => addItem(doc, first, "Segment VI"));
    log.write("ana", (doc) => doc.getMap("evidence").set(second, { quote: "9 mm" }));
    const sequence = log.write("ana", write("summary", "Before."));
    log.write("ben", write("summary", "After."));
    const version = stateAt(log.rows, sequence);
    expect(version).toMatchObject({
      sequence,
      sections: { summary: rich("Before.") },
      items: { [first]: { kind: "finding", title: "Segment VI", text: rich("Grew without treatment.") } },
      evidence: { [second]: { quote: "9 mm" } },
    });
    const reader = new Y.Doc();
    Y.applyUpdate(reader, version.state);
    expect(readFragment(reader.getXmlFragment("s.summary"))).toEqual(rich("Before."));
  });

  test("[SY-8] deleted text is not in its bytes, however it was deleted", () => {
    const log = createLog();
    const secret = "unmistakable";
    const holds = (bytes: Uint8Array) => String.fromCharCode(...bytes).includes(secret);
    log.write("ana", write("summary", `First.\n\nAn ${secret} tumour.\n\n- an ${secret} list`));
    log.write("ana", (doc) => addItem(doc, first, secret));
    log.write("ana", (doc) => items(doc).get(first)?.set("title", "plain"));
    log.write("ben", (doc) => doc.getMap("evidence").set(second, { quote: secret }));
    const before = log.write("ben", write("summary", `First.\n\nAn ${secret.slice(0, -1)} tumour.`));
    log.write("ben", (doc) => doc.getMap("evidence").delete(second));
    const to = log.write("ben", write("summary", "First.\n\nA benign tumour."));
    expect(log.rows.filter(({ bytes }) => holds(bytes)).length).toBeGreaterThanOrEqual(3);
    expect(holds(stateAt(log.rows, before).state)).toBe(true);
    expect(holds(stateAt(log.rows, to).state)).toBe(false);
    expect(holds(encodeCheckpoint(replay(log.rows)))).toBe(true);
  });

  test("is not made from a log that lacks its beginning", () => {
    const log = createLog();
    log.write("ana", write("summary", "One."));
    log.write("ana", write("summary", "One. Two."));
    expect(() => stateAt(log.rows.slice(1), 2)).toThrow("refers to what no earlier row holds");
  });
});

test("[SY-6] a checkpoint and the rows after it answer like the whole log", () => {
  for (let seed = 1; seed <= 8; seed += 1) {
    const random = createSeededRandom(seed);
    const log = createLog();
    for (let step = 0; step < 120; step += 1) {
      const person = random.pick(["ana", "ben", "cy"]);
      log.open(person).transact(() => writeSomething(log.open(person), random));
      if (random.below(2) === 0) log.send(person);
      if (random.below(3) === 0) log.receive(log.open(person));
    }
    const middle = Math.floor(log.rows.length / 2);
    const whole = replay(log.rows);
    const resumed = replayFromCheckpoint(encodeCheckpoint(replay(log.rows, { to: middle })));
    if (!resumed) throw new Error("this form is the newest");
    expect(resumed.sequence()).toBe(middle);
    for (const row of log.rows.slice(middle)) resumed.advance(row);
    expect(encodeCheckpoint(resumed)).toEqual(encodeCheckpoint(whole));
    for (const from of [0, middle - 5, middle + 5])
      for (const section of ["summary", "findings", "plain"])
        expect(difference(resumed, from, log.rows.length, { section })).toEqual(
          difference(whole, from, log.rows.length, { section }),
        );
    expect(timeline(resumed, { limit: 50 })).toEqual(timeline(whole, { limit: 50 }));
    expect(itemDifferences(resumed, 5, log.rows.length)).toEqual(itemDifferences(whole, 5, log.rows.length));
  }
});

test("a checkpoint of another form is made again from the log", () => {
  expect(replayFromCheckpoint(Uint8Array.of(99))).toBeUndefined();
});
