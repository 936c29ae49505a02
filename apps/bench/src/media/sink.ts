import { once } from "node:events";
import { Worker } from "node:worker_threads";

export interface Sink {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Binds, tells its port, and sleeps for good: what comes fills the socket's buffer and is dropped there, at no cost of this process. */
const program = `
  const { createSocket } = require("node:dgram");
  const { parentPort } = require("node:worker_threads");
  const socket = createSocket("udp4").bind(0, "127.0.0.1", () => {
    parentPort.postMessage(socket.address().port);
    setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0), 50);
  });`;

/** A UDP socket on this machine that nobody reads. */
export async function openSink(): Promise<Sink> {
  const thread = new Worker(program, { eval: true });
  const [port]: unknown[] = await once(thread, "message");
  if (typeof port !== "number") throw new Error("There is no sink");
  return { port, close: async () => void (await thread.terminate()) };
}
