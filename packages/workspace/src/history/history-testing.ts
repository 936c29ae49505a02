import * as Y from "yjs";
import type { LogRow } from "./log-row.ts";
import { createSilentDoc } from "./silent-doc.ts";

export const startOfLog = Date.UTC(2026, 10, 21, 9);

/** A server with a log and people who write through it: each change is one row, ten seconds after the one before. */
export function createLog() {
  const rows: LogRow[] = [];
  let writer = "nobody";
  let at = startOfLog;
  const server = createServer((bytes) =>
    rows.push({ sequence: rows.length + 1, seatId: `seat-${writer}`, personId: writer, at, bytes }),
  );
  const open = createPeople();
  const receive = (doc: Y.Doc) => {
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(doc)));
  };
  const send = (personId: string) => {
    writer = personId;
    at += 10_000;
    Y.applyUpdate(server, Y.encodeStateAsUpdate(open(personId), Y.encodeStateVector(server)));
  };
  const pause = (milliseconds: number) => {
    at += milliseconds;
  };
  /** One change by an up-to-date person. Gives the sequence of its row. */
  const write = (personId: string, act: (doc: Y.Doc) => void): number => {
    const doc = open(personId);
    receive(doc);
    doc.transact(() => act(doc));
    send(personId);
    return rows.length;
  };
  return { rows, open, receive, send, pause, write };
}

function createServer(commit: (bytes: Uint8Array) => void): Y.Doc {
  const doc = createSilentDoc({ gc: true });
  doc.on("update", commit);
  return doc;
}

function createPeople(): (personId: string) => Y.Doc {
  const people = new Map<string, Y.Doc>();
  return (personId) => {
    const doc = people.get(personId) ?? Object.assign(new Y.Doc(), { clientID: 1000 + people.size });
    people.set(personId, doc);
    return doc;
  };
}
