import { expect, test } from "vitest";
import * as Y from "yjs";
import { createAppClient } from "../testing/app-client.ts";
import { exchange, read, write } from "../testing/exchange.ts";
import { openServer } from "../testing/open-server.ts";
import { createStockClient } from "../testing/stock-client.ts";
import { opinionDocument } from "../testing/test-ports.ts";
import { createWorkspaceServer } from "../workspace-server.ts";

test("[SY-11] every opening gets a new id; a reconnect keeps the one that its document bears", async () => {
  const { server, ada } = openServer();
  const again = createAppClient(server, "ada");
  again.connect();
  await exchange(ada, again);
  const first = ada.terms()?.clientId;
  expect(again.terms()?.clientId).not.toBe(first);
  ada.cut();
  ada.connect();
  await exchange(ada);
  expect(ada.terms()?.clientId).toBe(first);
});

test("[SY-11] an id that somebody else holds is not given, whoever asks for it", async () => {
  const { server, ada } = openServer();
  await exchange(ada);
  const have = ada.terms()?.clientId ?? 0;
  const eve = createAppClient(server, "eve", { have });
  eve.connect();
  await exchange(eve);
  expect(eve.terms()?.clientId).not.toBe(ada.terms()?.clientId);
});

test("[SY-11] unsent work under an old id arrives later, from the same person's new document", async () => {
  const { ada, ben, server } = openServer();
  await exchange(ada, ben);
  ada.cut();
  write(ada, "kept over a reload");
  const kept = Y.encodeStateAsUpdate(ada.doc);
  const reloaded = createAppClient(server, "ada");
  Y.applyUpdate(reloaded.doc, kept);
  reloaded.connect();
  await exchange(reloaded, ben);
  expect([read(ben), reloaded.saved()]).toEqual([["kept over a reload"], true]);
});

test("[SY-11] a session gets at most 8 new ids", async () => {
  const { server, ada } = openServer();
  const many = createStockClient(server, "many", 500);
  many.connect();
  await exchange(ada, many);
  for (let id = 501; id <= 510; id += 1) {
    many.doc.clientID = id;
    write(many, `under ${id}`);
    await exchange(many, ada);
  }
  expect(many.closedWith).toEqual([4409]);
  expect(read(ada)).toHaveLength(8);
});

test("[SY-11] ids under which nothing was written are not stored", async () => {
  const { log, ada, ben } = openServer();
  await exchange(ada, ben);
  write(ada, "benign");
  await exchange(ada, ben);
  expect([...log.ledger(opinionDocument).clocks.keys()]).toEqual([ada.terms()?.clientId]);
});

test("[SY-11] [SY-35] two texts under one id, through two processes: one is logged, and the operator is told", async () => {
  const { ports, server, log } = openServer();
  const other = createWorkspaceServer(ports);
  const here = createStockClient(server, "ada", 77);
  const there = createStockClient(other, "ada", 77);
  for (const client of [here, there]) client.connect();
  await exchange(here, there);
  write(here, "LEFT");
  write(there, "RITE");
  await exchange(here, there);
  expect(log.ledger(opinionDocument).updates).toHaveLength(1);
  expect(ports.incidents).toContainEqual({ kind: "clock-conflict", document: opinionDocument });
});
