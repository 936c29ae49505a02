import { setTimeout as pause } from "node:timers/promises";
import * as Y from "yjs";
import { type Latency, latencyOf } from "../measuring/latency.ts";
import type { Place } from "../measuring/place.ts";
import { joinAsStockClient, type StockClient } from "../measuring/stock-client.ts";

export interface Typing {
  readonly writer: Place;
  readonly readers: readonly Place[];
  readonly keys: number;
  /** Milliseconds. */
  readonly between: number;
}

/** One person types; how long until each of the others has each key in their document. With this server what others have is committed (SY-1). */
export async function measureKeystroke({ writer, readers, keys, between }: Typing): Promise<Latency> {
  const author = await joinAsStockClient(writer);
  const others = await Promise.all(readers.map((reader) => joinAsStockClient(reader)));
  const text = openParagraph(author.doc);
  const begun = Y.getState(author.doc.store, author.doc.clientID);
  const watches = others.map(({ doc }) => watch(doc, author.doc.clientID, begun));
  await Promise.all(watches.map(({ begins }) => begins));
  const pressed: number[] = [];
  for (let key = 0; key < keys; key += 1) {
    pressed.push(performance.now());
    text.insert(text.length, "a");
    await pause(between);
  }
  const taken = await Promise.all(watches.map(({ all }) => all(keys)));
  for (const client of [author, ...others] satisfies StockClient[]) client.leave();
  return latencyOf(taken.flatMap((times) => times.map((time, key) => time - (pressed[key] ?? Number.NaN))));
}

function openParagraph(doc: Y.Doc): Y.XmlText {
  const text = new Y.XmlText("b");
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [text]);
  doc.getXmlFragment("s.summary").push([paragraph]);
  return text;
}

/** When the author's content arrives at a reader: a key is one step of the author's clock. */
function watch(doc: Y.Doc, author: number, begun: number) {
  const times: number[] = [];
  const begins = Promise.withResolvers<void>();
  const ends = Promise.withResolvers<void>();
  let wanted = Number.POSITIVE_INFINITY;
  const look = () => {
    const now = performance.now();
    const reached = Y.getState(doc.store, author) - begun;
    if (reached >= 0) begins.resolve();
    while (times.length < reached) times.push(now);
    if (times.length >= wanted) ends.resolve();
  };
  doc.on("update", look);
  look();
  return {
    begins: begins.promise,
    all: async (keys: number) => {
      wanted = keys;
      look();
      await ends.promise;
      return times;
    },
  };
}
