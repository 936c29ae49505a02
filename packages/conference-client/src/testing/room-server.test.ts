import type { Notice } from "@consilium/conference";
import type { Attending } from "@consilium/conference-server";
import { workerBuiltBefore } from "@consilium/conference-server/testing";
import { FakeMediaStreamTrack } from "fake-mediastreamtrack";
import * as fakeParameters from "mediasoup-client/fakeParameters";
import { FakeHandler } from "mediasoup-client/handlers/FakeHandler";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { Call, LineClosed, type LineEvents, type Received, Signalling } from "../index.ts";
import { type RoomServer, startRoomServer } from "./room-server.ts";

const program = workerBuiltBefore();
const doctor: Attending = { seat: "01KDVDNA00TN9P6MHT5FWG4V01", name: "Dr Adaeze Okonkwo", party: "host" };
const second: Attending = { seat: "01KDVDNA00TN9P6MHT5FWG4V02", name: "Dr Ingrid Hallström", party: "host" };

let server: RoomServer;
const faults: unknown[] = [];
const closing: (() => void)[] = [];
beforeEach(async () => {
  server = await startRoomServer({ program: program ?? "" });
});
afterEach(async () => {
  for (const close of closing.splice(0)) close();
  await server.close();
  faults.push(...server.faults);
  if (faults.length > 0) throw new AggregateError(faults.splice(0), "Something that nobody expected");
});

/** What nobody waits for. The end of a test cuts it off. */
const beside = (doing: Promise<unknown>): void =>
  void doing.catch((cause: unknown) => {
    if (!(cause instanceof LineClosed)) faults.push(cause);
  });

/** Somebody at a real socket of a real media server; only their browser's streams are none. */
async function enter(person: Attending) {
  const received: Received[] = [];
  const heard: Notice["method"][] = [];
  const opened = Promise.withResolvers<void>();
  const connect = (events: LineEvents) => {
    const address = server.addressOf(person).replace(/^http/, "ws").replace("/?", "/line?");
    const line = new WebSocket(address);
    line.on("open", () => events.opened());
    line.on("message", (data) => Buffer.isBuffer(data) && events.said(data.toString()));
    line.on("close", (code) => events.closed(code >= 4000));
    line.on("error", () => undefined);
    return line;
  };
  const signalling = new Signalling({
    connect,
    createId: () => crypto.randomUUID(),
    heard: (notice) => {
      heard.push(notice.method);
      if (notice.method === "streamAdded") beside(call.added(notice.data));
      if (notice.method === "moved") beside(call.begin());
    },
    opened: (isAgain) => {
      if (!isAgain) return opened.resolve();
      beside(signalling.ask("join", { version: 1 }).then(() => signalling.askAgain()));
    },
    lost: () => undefined,
  });
  const call = new Call({
    signalling,
    events: {
      known: () => undefined,
      received: (one) => received.push(one),
      gone: () => undefined,
      unsent: () => undefined,
      unreceived: () => undefined,
    },
    handlerFactory: FakeHandler.createFactory(fakeParameters),
  });
  closing.push(() => {
    call.close();
    signalling.close();
  });
  await opened.promise;
  await signalling.ask("join", { version: 1 });
  expect(await signalling.ask("goIn", {})).toEqual({ at: "in" });
  await call.begin();
  return { signalling, call, received, heard };
}

describe.skipIf(program === undefined)("over real sockets and a real media server", () => {
  test("a stream is carried, also after the worker was killed, and ICE begins anew on a line that was cut", async () => {
    const host = await enter(doctor);
    const other = await enter(second);
    await host.call.send("camera", new FakeMediaStreamTrack({ kind: "video" }));
    await vi.waitFor(() => expect(other.received).toHaveLength(1), 5000);

    const [worker = 0] = server.media.workers();
    process.kill(worker, "SIGKILL");
    await vi.waitFor(() => expect(other.received).toHaveLength(2), 5000);
    expect(other.heard).toContain("moved");
    expect(server.media.workers()).not.toContain(worker);

    server.cut(doctor.seat);
    await vi.waitFor(() => expect(other.heard).toContain("peerChanged"));
    await host.call.resume();
    await host.call.send("microphone", new FakeMediaStreamTrack({ kind: "audio" }));
    await vi.waitFor(() => expect(other.received).toHaveLength(3), 5000);
    expect(other.heard).not.toContain("producerClosed");
  });

  test("its page is served, and nothing else is", async () => {
    const address = server.addressOf(doctor);
    expect(await (await fetch(address)).text()).toContain("/page.js");
    const code = await fetch(new URL("/page.js", address));
    expect(code.headers.get("content-type")).toBe("text/javascript");
    expect((await code.text()).length).toBeGreaterThan(100_000);
    expect((await fetch(new URL("/package.json", address))).status).toBe(404);
  });
});
