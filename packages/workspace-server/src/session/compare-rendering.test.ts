import { sha256Hex } from "@consilium/foundation";
import { canonicalRendering, encodeDigest } from "@consilium/workspace";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { exchange, read, write } from "../testing/exchange.ts";
import { openServer } from "../testing/open-server.ts";
import type { TestClient } from "../testing/stock-client.ts";

const digestOf = async (doc: Y.Doc, sequence: number) => {
  const hex = await sha256Hex(canonicalRendering(doc, "opinion"));
  return encodeDigest({ channel: 1, sequence, sha256: Buffer.from(hex, "hex") });
};

test("[SY-35] a client that shows what the server shows is not bothered", async () => {
  const { ports, ada, ben } = openServer();
  await exchange(ada, ben);
  write(ada, "benign");
  await exchange(ada, ben);
  ben.say(await digestOf(ben.doc, 1));
  await exchange(ben);
  expect([ports.incidents, ben.closedWith]).toEqual([[], []]);
});

test("[SY-35] one that lacks something is reported, with the server's copy, and mended", async () => {
  const { ports, ada, ben } = openServer();
  await exchange(ada, ben);
  write(ada, "benign");
  while (ada.deliverUp());
  await exchange(ada);
  ben.loseDown();
  await exchange(ben);
  expect(read(ben)).toEqual([]);
  ben.say(await digestOf(ben.doc, 1));
  await settle(ben);
  expect(read(ben)).toEqual(["benign"]);
  expect(ports.incidents).toMatchObject([{ kind: "diverged", sequence: 1, session: "session of ben" }]);
  ben.say(await digestOf(ben.doc, 1));
  await settle(ben);
  expect([ports.incidents.length, ben.closedWith]).toEqual([1, []]);
});

test("[SY-35] one that synchronizing cannot mend starts anew", async () => {
  const { ports, ada, ben } = openServer();
  await exchange(ada, ben);
  write(ada, "benign");
  await exchange(ada, ben);
  const other = new Y.Doc();
  for (let time = 0; time < 2; time += 1) {
    ben.say(await digestOf(other, 1));
    await settle(ben);
  }
  expect([ports.incidents.length, ben.closedWith]).toEqual([2, [4409]]);
});

test("[SY-35] another sequence than the server's is not compared", async () => {
  const { ports, ada } = openServer();
  await exchange(ada);
  ada.say(await digestOf(new Y.Doc(), 7));
  await settle(ada);
  expect(ports.incidents).toEqual([]);
});

/** The server's own hash is a task of the platform: a few turns of the loop. */
async function settle(...clients: readonly TestClient[]): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) {
    await sha256Hex("a turn");
    await exchange(...clients);
  }
}
