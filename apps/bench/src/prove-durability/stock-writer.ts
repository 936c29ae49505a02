import { isAnswerMessage, isWriteMessage, readMessage } from "@consilium/workspace";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { Writer, WriterOptions } from "./writer.ts";

/** Milliseconds. Its own backoff would take longer than a whole fault. */
const longestBackoff = 200;

/**
 * Any y-websocket client, asking to be told what is saved (`?ack=1`). What it sends before its answer to step 1 the server drops, so
 * that answer stands for everything done until then; each update after it for the acts until then.
 */
export function createStockWriter(options: WriterOptions): Writer {
  const { name, host, caseId, document, wrong } = options;
  const doc = new Y.Doc();
  let isSynced = false;
  const provider = new WebsocketProvider(`ws://${host}/sync/${caseId}`, document, doc, {
    WebSocketPolyfill: countingSocket(options),
    params: { seat: name, ack: "1" },
    disableBc: true,
    maxBackoffTime: longestBackoff,
  });
  provider.on("sync", () => (isSynced = true));
  provider.on("closed", ({ code, reason }) => wrong(`closed for good with ${code} ${reason}`));
  return {
    name,
    doc: () => (isSynced ? doc : undefined),
    dialNow: () => {},
    leave: () => {
      provider.destroy();
      doc.destroy();
    },
  };
}

/** What the provider uses of a browser's socket, and the counts of what went through it. */
function countingSocket({ done, saved }: WriterOptions): typeof globalThis.WebSocket {
  class CountingSocket {
    readonly OPEN = WebSocket.OPEN;
    binaryType = "arraybuffer";
    onopen: (() => void) | undefined;
    onmessage: ((event: { data: ArrayBuffer }) => void) | undefined;
    onerror: ((event: unknown) => void) | undefined;
    onclose: ((event: { code: number; reason: string }) => void) | undefined;
    readonly #socket: WebSocket;
    /** For each write message sent: how many acts are saved when it is. */
    readonly #covers: number[] = [];
    #hasAnswered = false;

    constructor(address: string | URL) {
      this.#socket = new WebSocket(address, { perMessageDeflate: false });
      this.#socket.binaryType = "arraybuffer";
      this.#socket.on("open", () => this.onopen?.());
      this.#socket.on("error", (error) => this.onerror?.(error));
      this.#socket.on("close", (code, reason) => this.onclose?.({ code, reason: reason.toString() }));
      this.#socket.on("message", (data: ArrayBuffer) => this.#heard(data));
    }

    get readyState(): number {
      return this.#socket.readyState;
    }

    send(message: Uint8Array): void {
      if (isAnswerMessage(message)) this.#hasAnswered = true;
      if (isWriteMessage(message)) this.#covers.push(this.#hasAnswered ? done() : 0);
      this.#socket.send(message);
    }

    close(): void {
      this.#socket.close();
    }

    /** A stock client complains of a message that it does not know. */
    #heard(data: ArrayBuffer): void {
      const message = readMessage(new Uint8Array(data));
      if (message?.kind === "saved") saved(this.#covers[message.count - 1] ?? 0);
      else this.onmessage?.({ data });
    }
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it has what the provider uses of the browser's class, and not the rest of it.
  return CountingSocket as unknown as typeof globalThis.WebSocket;
}
