import { schemaOf, writeSchema } from "@consilium/workspace";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { exchange, read, write } from "../testing/exchange.ts";
import { openServer } from "../testing/open-server.ts";
import { opinionDocument } from "../testing/test-ports.ts";
import { createMemoryLog } from "./memory-log.ts";

const at = new Date("2026-11-20T09:00:00Z");

function steps(...texts: readonly string[]) {
  const doc = new Y.Doc();
  return texts.map((text, index) => {
    const before = Y.encodeStateVector(doc);
    doc.transact(() => {
      if (index === 0) writeSchema(doc);
      const paragraph = new Y.XmlElement("paragraph");
      paragraph.insert(0, [new Y.XmlText(text)]);
      doc.getXmlFragment("s.summary").insert(0, [paragraph]);
    });
    return { bytes: Y.encodeStateAsUpdate(doc, before), seat: `seat ${index}`, person: "ida", at };
  });
}

test("[SY-5] a document is seeded once, through the log, each step under its own seat", async () => {
  const { server, log, ada } = openServer();
  expect(await server.seed(opinionDocument, steps("one", "two"))).toEqual({
    ok: true,
    value: { sequence: 2 },
  });
  expect(await server.seed(opinionDocument, steps("again"))).toEqual({ ok: false, reason: "already-seeded" });
  await exchange(ada);
  expect([read(ada), schemaOf(ada.doc)]).toEqual([["two", "one"], 1]);
  expect(log.ledger(opinionDocument).updates.map(({ seat }) => seat)).toEqual(["seat 0", "seat 1"]);
});

test("[SY-5] a seed never overwrites: after the first edit there is none", async () => {
  const { server, ada } = openServer();
  await exchange(ada);
  write(ada, "mine");
  await exchange(ada);
  expect(await server.seed(opinionDocument, steps("blank"))).toEqual({ ok: false, reason: "already-seeded" });
  await exchange(ada);
  expect(read(ada)).toEqual(["mine"]);
});

test("whoever has the document open hears of the seed", async () => {
  const { server, ada } = openServer();
  await exchange(ada);
  await server.seed(opinionDocument, steps("one"));
  await exchange(ada);
  expect(read(ada)).toEqual(["one"]);
});

test("a seed whose steps do not build on each other is malformed", async () => {
  const { server } = openServer();
  const [, second] = steps("one", "two");
  expect(await server.seed(opinionDocument, second ? [second] : [])).toEqual({
    ok: false,
    reason: "malformed",
  });
  expect(await server.seed(opinionDocument, [])).toEqual({ ok: false, reason: "malformed" });
});

test("a seed in doubt is looked up in the log", async () => {
  const log = createMemoryLog();
  const { server } = openServer(log);
  log.misfortunes.push("lost-answer");
  expect(await server.seed(opinionDocument, steps("one"))).toEqual({ ok: true, value: { sequence: 1 } });
  log.misfortunes.push("failed");
  const story = "01ARZ3NDEKTSV4RRFFQ69G5FCA/story" as const;
  expect(await server.seed(story, steps("one"))).toEqual({ ok: false, reason: "log-unavailable" });
});

test("[SY-23] no session writes the schema, and none takes it away", async () => {
  const { server, ada, ben, log } = openServer();
  await server.seed(opinionDocument, steps("one"));
  await exchange(ada, ben);
  ada.doc.getMap("meta").set("schema", 9);
  ben.doc.getMap("meta").delete("schema");
  await exchange(ada, ben);
  expect([ada.closedWith, ben.closedWith, log.ledger(opinionDocument).updates.length]).toEqual([
    [4422],
    [4422],
    1,
  ]);
});
