import { encodeStepOne } from "@consilium/workspace";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { emptyDocument } from "../durable-log/load-document.ts";
import { exchange, read, write } from "../testing/exchange.ts";
import { openServer } from "../testing/open-server.ts";
import { createStockClient } from "../testing/stock-client.ts";
import { answerTo } from "./join.ts";

test("[SY-32] equal state vectors share one computed answer, until the content changes", () => {
  const document = emptyDocument("case", "story", "story");
  document.content.getMap("accepted").set("a", true);
  const vector = Y.encodeStateVector(new Y.Doc());
  const first = answerTo(document, vector);
  const second = answerTo(document, Uint8Array.from(vector));
  expect(second?.update).toBe(first?.update);
  expect(second?.bytes).toBe(0);
  document.answers.clear();
  expect(answerTo(document, vector)?.update).not.toBe(first?.update);
});

test("a crowd that joins at once is served", async () => {
  const { server, ada } = openServer();
  await exchange(ada);
  write(ada, "benign");
  await exchange(ada);
  const crowd = Array.from({ length: 20 }, (_, index) =>
    createStockClient(server, `person ${index}`, 100 + index),
  );
  for (const client of crowd) client.connect();
  await exchange(...crowd);
  expect(crowd.map(read)).toEqual(crowd.map(() => ["benign"]));
});

test("[SY-16] a vector that does not decode closes with 4400, and so does a message of no known kind", async () => {
  const { server, ada } = openServer();
  const eve = createStockClient(server, "eve", 3);
  const mallory = createStockClient(server, "mallory", 4);
  for (const client of [eve, mallory]) client.connect();
  await exchange(ada, eve, mallory);
  eve.say(encodeStepOne(Uint8Array.of(255, 255, 255)));
  mallory.say(Uint8Array.of(9, 9, 9));
  await exchange(eve, mallory);
  expect([eve.closedWith, mallory.closedWith]).toEqual([[4400], [4400]]);
});
