import { setTimeout as pause } from "node:timers/promises";
import { sectionRoot } from "@consilium/workspace";
import * as Y from "yjs";
import type { Person } from "./people.ts";

const section = sectionRoot("summary");
/** Milliseconds: longer than any bound, so that the figure says by how much it was missed. */
const patience = 20_000;

/** Milliseconds until a word that one has written stands in the other's replica; `times` words, one after the other. */
export async function measureCatchUp(from: Person, to: Person, times: number): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const word = `${from.name} ${crypto.randomUUID()}`;
    const began = performance.now();
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(word)]);
    docOf(from).getXmlFragment(section).insert(0, [paragraph]);
    await untilThere(to, word);
    taken.push(performance.now() - began);
    // Not in step with the server's own rhythm.
    await pause((at * 37) % 200);
  }
  return taken;
}

function docOf({ name, doc }: Person): Y.Doc {
  const now = doc();
  if (!now) throw new Error(`The document of ${name} is not open.`);
  return now;
}

/** Looked at often: a document that is opened again is another one. */
async function untilThere({ doc }: Person, word: string): Promise<void> {
  const isThere = () => doc()?.getXmlFragment(section).toJSON().includes(word) === true;
  for (const end = performance.now() + patience; !isThere() && performance.now() < end;) await pause(2);
}
