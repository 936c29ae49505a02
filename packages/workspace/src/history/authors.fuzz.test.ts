import { createSeededRandom, type Random } from "@consilium/foundation";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { type DifferenceNode, isDifferenceRun } from "./difference-node.ts";
import { difference } from "./difference.ts";
import { createLog } from "./history-testing.ts";
import type { LogRow } from "./log-row.ts";
import { replay } from "./replay.ts";
import { createSilentDoc } from "./silent-doc.ts";

const firstLetter = "\u4e00";
const people = ["ana", "ben", "cy", "dee"];

/** What became of one letter, of which there is only one. */
interface Fate {
  readonly by: string;
  readonly from: number;
  removedBy?: string;
  removedAt?: number;
}

const textOf = (doc: Y.Doc): Y.XmlText | undefined => {
  const block = doc.getXmlFragment("s.summary").get(0);
  const text = block instanceof Y.XmlElement ? block.get(0) : undefined;
  return text instanceof Y.XmlText ? text : undefined;
};

const lettersOf = (doc: Y.Doc): Set<string> =>
  // Of a formatted text it gives the marks as tags too: none of these letters is in one.
  new Set((textOf(doc)?.toJSON() ?? "").split("").filter((letter) => letter >= firstLetter));

/** Four people type, delete and format one line of text at once, with and without having heard of each other. */
function writeTogether(random: Random): readonly LogRow[] {
  const log = createLog();
  log.write("ana", (doc) => {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText()]);
    doc.getXmlFragment("s.summary").insert(0, [paragraph]);
  });
  for (const person of people) log.receive(log.open(person));
  let letters = 0;
  for (let step = 0; step < 300; step += 1) {
    const person = random.pick(people);
    const doc = log.open(person);
    const text = textOf(doc);
    if (!text) throw new Error("everybody has the line");
    doc.transact(() => {
      const act = random.below(10);
      if (act < 6)
        for (let left = 1 + random.below(4); left > 0; left -= 1)
          text.insert(
            random.below(text.length + 1),
            String.fromCodePoint(firstLetter.charCodeAt(0) + letters++),
          );
      else if (act < 9 && text.length > 0) {
        const at = random.below(text.length);
        text.delete(at, Math.min(1 + random.below(3), text.length - at));
      } else if (text.length > 2) text.format(random.below(text.length - 2), 2, { bold: {} });
    });
    if (random.below(3) === 0) log.send(person);
    if (random.below(4) === 0) log.receive(doc);
  }
  for (const person of people) log.send(person);
  return log.rows;
}

/** Told by what stood there before and after each row, and by nothing of the history's own. */
function keepLedger(rows: readonly LogRow[]): ReadonlyMap<string, Fate> {
  const doc = createSilentDoc({ gc: true });
  const ledger = new Map<string, Fate>();
  for (const { sequence, personId, bytes } of rows) {
    const before = lettersOf(doc);
    Y.applyUpdate(doc, bytes);
    const after = lettersOf(doc);
    for (const letter of after) if (!before.has(letter)) ledger.set(letter, { by: personId, from: sequence });
    for (const letter of before) {
      const fate = ledger.get(letter);
      if (fate && !after.has(letter)) Object.assign(fate, { removedBy: personId, removedAt: sequence });
    }
  }
  return ledger;
}

const tell = (letter: string, state: string, by: string, removedBy = ""): string =>
  `${letter} ${state} ${by} ${removedBy}`.trim();

function expected(ledger: ReadonlyMap<string, Fate>, from: number, to: number): readonly string[] {
  return [...ledger].flatMap(([letter, fate]) => {
    const stood = fate.from <= from && (fate.removedAt ?? Infinity) > from;
    const stands = fate.from <= to && (fate.removedAt ?? Infinity) > to;
    if (stood && stands) return [tell(letter, "same", fate.by)];
    if (stands) return [tell(letter, "added", fate.by)];
    return stood ? [tell(letter, "removed", fate.by, fate.removedBy)] : [];
  });
}

const shown = (nodes: readonly DifferenceNode[]): readonly string[] =>
  nodes.flatMap((node) =>
    isDifferenceRun(node)
      ? node.text
          .split("")
          .map((letter) =>
            tell(
              letter,
              node.state,
              node.insertedBy.personId,
              node.state === "removed" ? node.deletedBy?.personId : "",
            ),
          )
      : shown(node.children),
  );

test.for(Array.from({ length: 10 }, (_, index) => index + 1))(
  "whoever wrote a letter is named, and whoever removed it, between any two moments (%i)",
  (seed) => {
    const random = createSeededRandom(seed);
    const rows = writeTogether(random);
    const ledger = keepLedger(rows);
    const history = replay(rows);
    expect([...ledger.values()].filter(({ removedAt }) => removedAt !== undefined).length).toBeGreaterThan(
      50,
    );
    for (let trial = 0; trial < 20; trial += 1) {
      const from = random.below(rows.length + 1);
      const to = from + random.below(rows.length + 1 - from);
      const nodes = difference(history, from, to, { section: "summary" });
      expect(shown(nodes).toSorted()).toEqual(expected(ledger, from, to).toSorted());
    }
  },
);
