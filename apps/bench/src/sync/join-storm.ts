import { setTimeout as pause } from "node:timers/promises";
import * as Y from "yjs";
import type { Place } from "../measuring/place.ts";
import { quantile } from "../measuring/spread.ts";
import { joinRaw } from "./raw-client.ts";
import { typist } from "./typed-frames.ts";

/** Milliseconds until so many people have the document. */
export interface Storm {
  readonly half: number;
  readonly last: number;
}

/** Somebody has a document of so many bytes open; so many people come to it at once. Nobody here keeps it: what is waited for is its last byte. */
export async function measureJoinStorm(place: Place, people: number, content: Uint8Array): Promise<Storm> {
  const holder = await joinRaw({ ...place, seat: "holder" }, {}, { brings: content });
  while ((await lengthThere(place)) < content.length) await pause(20);
  const begun = performance.now();
  const coming = Array.from({ length: people }, async (_, person) => {
    const client = await joinRaw({ ...place, seat: `person-${person}` }, {});
    return { client, took: performance.now() - begun };
  });
  const come = await Promise.all(coming);
  for (const { client } of come) client.leave();
  holder.leave();
  const times = come.map(({ took }) => took);
  return { half: quantile(times, 0.5), last: Math.max(...times) };
}

async function lengthThere(place: Place): Promise<number> {
  let length = 0;
  const client = await joinRaw(
    { ...place, seat: "looker" },
    { answer: (update) => void (length = update.length) },
  );
  client.leave();
  return length;
}

const sentence = "A sentence of some sixty letters about a nodule in the left lung. ";
const sentences = 4;

/** An opinion of at least so many bytes, as one person wrote it. */
export function writeContent(bytes: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = typist;
  const paragraphs = Array.from({ length: Math.ceil(bytes / (sentences * sentence.length)) }, () => {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(sentence.repeat(sentences))]);
    return paragraph;
  });
  doc.getXmlFragment("s.summary").push(paragraphs);
  return Y.encodeStateAsUpdate(doc);
}
