import { createSeededRandom, type Random } from "@consilium/foundation";
import {
  activity,
  difference,
  encodeCheckpoint,
  type LogRow,
  replay,
  replayFromCheckpoint,
  stateAt,
  summarise,
  timeline,
} from "@consilium/workspace";
import * as Y from "yjs";

// What history costs: `node apps/bench/src/history-cost.ts [characters]`. Five authors type, delete and embolden, one row a change.
const characters = Number(process.argv[2] ?? 20_000);
const rows = typeTogether(characters, createSeededRandom(1));
const size = rows.reduce((sum, row) => sum + row.bytes.length, 0);
console.log(`${characters} characters, ${rows.length} rows, ${size} bytes`);

const history = measure("replay", () => replay(rows));
const [middle, end] = [Math.floor(rows.length / 2), rows.length];
measure("difference, half to end", () => difference(history, middle, end, { section: "summary" }));
measure("difference, start to end", () => difference(history, 0, end, { section: "summary" }));
measure("whole document, half to end", () => summarise(history, middle, end));
measure("a page of 50 steps", () => timeline(history, { limit: 50 }));
measure("80 bars", () => activity(history, { bars: 80 }));
const checkpoint = measure("checkpoint", () => encodeCheckpoint(history));
console.log(`checkpoint: ${checkpoint.length} bytes`);
measure("replay from the checkpoint", () => replayFromCheckpoint(checkpoint));
measure("a version", () => stateAt(rows, end));

function measure<T>(name: string, act: () => T): T {
  const start = performance.now();
  const result = act();
  console.log(`${name.padEnd(30)} ${(performance.now() - start).toFixed(1).padStart(9)} ms`);
  return result;
}

function typeTogether(wanted: number, random: Random): LogRow[] {
  const log: LogRow[] = [];
  const doc = new Y.Doc();
  const texts = addParagraphs(doc, 60);
  let author = 0;
  let at = Date.UTC(2026, 10, 21, 9);
  log.push(rowOf(1, author, at, Y.encodeStateAsUpdate(doc)));
  doc.on("update", (update) => log.push(rowOf(log.length + 1, author, at, update)));
  for (let typed = 0; typed < wanted;) {
    author = random.below(5);
    doc.clientID = 1000 + author;
    const text = random.pick(texts);
    let place = random.below(text.length + 1);
    for (let left = 5 + random.below(40); left > 0; left -= 1) {
      at += 300;
      text.insert(place++, "abcdefgh ".charAt(random.below(9)));
      typed += 1;
    }
    at += random.below(100) === 0 ? 600_000 : 2000;
    for (let left = random.below(6); left > 0 && text.length > 8; left -= 1)
      text.delete(random.below(text.length - 2), 1);
    if (random.below(6) === 0 && text.length > 20) text.format(random.below(10), 8, { bold: {} });
  }
  return log;
}

function addParagraphs(doc: Y.Doc, count: number): Y.XmlText[] {
  const texts = Array.from({ length: count }, () => new Y.XmlText("x"));
  const paragraphs = texts.map((text) => {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [text]);
    return paragraph;
  });
  doc.getXmlFragment("s.summary").insert(0, paragraphs);
  return texts;
}

function rowOf(sequence: number, author: number, at: number, bytes: Uint8Array): LogRow {
  return { sequence, personId: `person ${author}`, seatId: `seat ${author}`, at, bytes };
}
