import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createSeededRandom } from "@consilium/foundation";
import { subprotocol } from "@consilium/workspace";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, expect, test, vi } from "vitest";
import { WebSocketServer } from "ws";
import * as Y from "yjs";
import { dialBrowserSocket } from "./real-socket.ts";
import { FakeServer } from "./testing/fake-server.ts";
import { documentName } from "./testing/world.ts";
import { createWorkspaceClient } from "./workspace-client.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** The fake behind a real WebSocket: what the browser's class does with the frames is tried, not believed. */
async function listen(server: FakeServer) {
  const requests: (string | undefined)[] = [];
  const sockets = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  sockets.on("connection", (socket, request) => {
    requests.push(request.url, request.headers["sec-websocket-protocol"]);
    const ours = server.connected({
      url: request.url ?? "",
      send: (frame) => socket.send(frame),
      close: (code, reason) => socket.close(code, reason),
    });
    socket.on("message", (data: Buffer) => {
      ours.heard(new Uint8Array(data));
      for (const stored of server.documents.values()) while (server.commitOne(stored));
    });
    socket.on("close", ours.gone);
  });
  await once(sockets, "listening");
  closing.push(() => sockets.close());
  // `address()` is a string only for a pipe.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const { port } = sockets.address() as AddressInfo;
  return { requests, origin: `http://127.0.0.1:${port}` };
}

test("over a real WebSocket a long text is opened, written in parts, and saved", async () => {
  const server = new FakeServer();
  const { requests, origin } = await listen(server);
  const client = createWorkspaceClient({
    caseId: "case",
    seatId: "seat",
    personId: "person",
    origin,
    dial: dialBrowserSocket,
    indexedDB: new IDBFactory(),
    locks: navigator.locks,
    fetchKey: () => Promise.resolve({ key: btoa("k".repeat(32)), device: "laptop" }),
    fetchKeyOf: () => Promise.resolve(undefined),
    clock: () => new Date(),
    random: createSeededRandom(1),
    fault: (_, cause) => expect.fail(String(cause)),
  });
  closing.push(() => client.close());
  const opened = client.open(documentName);
  const read = () => opened?.document.snapshot.getSnapshot();
  const doc = await vi.waitFor(() => {
    const snapshot = read();
    if (snapshot?.phase !== "open" || !snapshot.synced) throw new Error("not yet");
    return snapshot.doc;
  });
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText("stable ".repeat(40_000))]);
  doc.getXmlFragment("s.summary").insert(0, [paragraph]);
  expect(read()?.status.state).toBe("saving");
  await vi.waitFor(() => expect(read()?.status.state).toBe("saved"));
  expect(server.document(documentName).committed.getXmlFragment("s.summary").length).toBe(1);
  expect(requests).toEqual(["/sync/case?seat=seat", subprotocol]);
});
