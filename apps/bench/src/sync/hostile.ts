import { setTimeout as pause } from "node:timers/promises";
import * as Y from "yjs";
import type { Place } from "../measuring/place.ts";
import { type Contender, onlyOf } from "./contenders.ts";
import { change, type HostileFrame, rootIn, textIn, writeHonestly } from "./hostile-frames.ts";
import { joinRaw } from "./raw-client.ts";
import { typist } from "./typed-frames.ts";

/** Milliseconds that an honest reader waits for the next honest word. */
const patience = 2000;

/**
 * Whether the frame of somebody who may write changed what an honest reader has: one who was there, or one who comes after it. It did
 * not, where each has exactly what the honest author wrote, before the frame and after it, and nothing that waits for more.
 */
export async function isAdmitted({ createDocuments }: Contender, frame: HostileFrame): Promise<boolean> {
  const place = onlyOf(await createDocuments(1));
  const honest = writeHonestly(typist);
  const author = await joinRaw({ ...place, seat: "author" }, {});
  author.send(Y.encodeStateAsUpdate(honest));
  const present = await readAs(place, "reader");
  await untilHeld(present, honest);
  await send(place, frame.bytes(honest, typist));
  const next = change(honest, typist, (copy) => textIn(copy).insert(0, "still "));
  Y.applyUpdate(honest, next);
  author.send(next);
  await untilHeld(present, honest);
  const late = await readAs(place, "late");
  for (const { leave } of [author, present, late]) leave();
  return !(isAsWritten(present, honest) && isAsWritten(late, honest));
}

/** Until the server has answered for it, whatever it thinks of it. */
async function send(place: Place, bytes: Uint8Array): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let isSent = false;
  const answer = () => {
    if (isSent) resolve();
  };
  const hostile = await joinRaw({ ...place, seat: "hostile" }, { answer, closed: resolve });
  hostile.send(bytes);
  isSent = true;
  hostile.ask();
  await Promise.race([promise, pause(patience)]);
  hostile.leave();
}

interface Replica {
  readonly doc: Y.Doc;
  /** What came could not be read. */
  isBroken: boolean;
  readonly leave: () => void;
}

async function readAs(place: Place, seat: string): Promise<Replica> {
  const doc = new Y.Doc();
  const take = (update: Uint8Array) => {
    try {
      Y.applyUpdate(doc, update);
    } catch {
      replica.isBroken = true;
    }
  };
  const replica: Replica = { doc, isBroken: false, leave: () => client.leave() };
  const client = await joinRaw({ ...place, seat }, { update: take, answer: take });
  return replica;
}

async function untilHeld({ doc }: Replica, honest: Y.Doc): Promise<void> {
  const wanted = Y.getState(honest.store, typist);
  for (const end = Date.now() + patience; Y.getState(doc.store, typist) < wanted && Date.now() < end;)
    await pause(5);
}

const isAsWritten = ({ doc, isBroken }: Replica, honest: Y.Doc): boolean =>
  !isBroken &&
  !doc.store.pendingStructs &&
  !doc.store.pendingDs &&
  Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(honest)) &&
  rootIn(doc).toJSON() === rootIn(honest).toJSON();
