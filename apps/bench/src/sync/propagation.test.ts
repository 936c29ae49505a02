import { once } from "node:events";
import { encodeStepOne, encodeStepTwo, encodeUpdate, readMessage } from "@consilium/workspace";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import * as Y from "yjs";
import { findFreePort } from "../measuring/child-process.ts";
import { measurePropagation } from "./propagation.ts";

const nothing = Y.encodeStateAsUpdate(new Y.Doc());
const empty = Y.encodeStateVector(new Y.Doc());
const oneByOne = 5;

let server: WebSocketServer;
let port: number;
beforeEach(async () => {
  port = await findFreePort();
  server = new WebSocketServer({ host: "127.0.0.1", port });
  await once(server, "listening");
});
afterEach(() => server.close());

test("[SY-30] keys that come to a slow reader together are clocked like those that come one by one", async () => {
  const readers = new Set<WebSocket>();
  const written = new Y.Doc();
  let relayed = 0;
  server.on("connection", (socket, { url }) => {
    if (url?.includes("reader")) readers.add(socket);
    socket.send(encodeStepTwo(nothing));
    socket.send(encodeStepOne(empty));
    socket.on("message", (data: Buffer) => {
      const message = readMessage(data);
      if (message?.kind !== "update") return;
      Y.applyUpdate(written, message.update);
      relayed += 1;
      if (relayed > oneByOne && relayed < keys + 1) return;
      const heard =
        relayed > oneByOne ? encodeStepTwo(Y.encodeStateAsUpdate(written)) : encodeUpdate(message.update);
      for (const reader of readers) reader.send(heard);
    });
  });
  const keys = 20;
  const place = { address: `ws://127.0.0.1:${port}`, document: "opinion" };
  const { p50 } = await measurePropagation(place, { readers: 3, withCarets: false, keys, between: 1 });
  expect(p50).toBeGreaterThan(0);
});
