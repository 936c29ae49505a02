import {
  encodeOpen,
  encodeStepOne,
  readServerFrame,
  type ServerFrame,
  subprotocol,
} from "@consilium/workspace";
import { vi } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { TestPerson } from "./test-person.ts";

/** How a socket ended. */
export interface Closing {
  readonly code: number;
  readonly reason: string;
}

export interface TestSocket {
  /** Every message as it came. */
  readonly messages: Uint8Array[];
  readonly send: (bytes: Uint8Array) => void;
  readonly close: () => void;
  readonly closed: Promise<Closing>;
}

export interface Knock {
  readonly protocol?: string;
  readonly origin?: string;
}

type Asker = Pick<TestPerson, "origin" | "cookie">;

/** A socket at a door, with the cookie that a browser would send. Rejects where the upgrade was refused. */
export async function knock(
  { origin, cookie }: Asker,
  path: string,
  { protocol, origin: page }: Knock = {},
): Promise<TestSocket> {
  const headers = { cookie, ...(page !== undefined && { origin: page }) };
  const socket = new WebSocket(
    origin.replace("http", "ws") + path,
    protocol === undefined ? [] : [protocol],
    {
      headers,
    },
  );
  const messages: Uint8Array[] = [];
  socket.on("message", (data: Buffer) => messages.push(new Uint8Array(data)));
  const closed = new Promise<Closing>((resolve) => {
    socket.on("close", (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  return { messages, closed, send: (bytes) => socket.send(bytes), close: () => socket.close() };
}

/** What came of asking for a document. */
export type Entry = "write" | "read" | number;

/** Asks for documents at the door for many: `write`, `read`, or the code with which the channel closed. */
export async function openMany(
  person: Asker,
  caseId: string,
  names: readonly string[],
  seat?: string,
): Promise<{ readonly entries: Record<string, Entry>; readonly socket: TestSocket }> {
  const query = seat === undefined ? "" : `?seat=${seat}`;
  const socket = await knock(person, `/sync/${caseId}${query}`, { protocol: subprotocol });
  for (const [index, document] of names.entries()) {
    const channel = index + 1;
    socket.send(encodeOpen({ channel, document, wish: { schema: 1 } }));
  }
  const answers = () => framesOf(socket).filter(({ kind }) => kind === "opened" || kind === "close");
  await vi.waitFor(() => {
    if (answers().length < names.length) throw new Error("Not all documents are answered");
  }, 10_000);
  const entries = Object.fromEntries(
    answers().flatMap((frame) => {
      const name = names[frame.channel - 1];
      return name === undefined ? [] : [[name, entryOf(frame)]];
    }),
  );
  return { entries, socket };
}

function entryOf(frame: ServerFrame): Entry {
  if (frame.kind === "opened") return frame.terms.mayWrite ? "write" : "read";
  return frame.kind === "close" ? frame.code : 0;
}

export const framesOf = ({ messages }: TestSocket): readonly (ServerFrame & { readonly channel: number })[] =>
  messages.flatMap((message) => {
    const frame = readServerFrame(message);
    return frame ? [{ channel: 0, ...frame }] : [];
  });

/** Asks the plain door for all of a document. */
export const askForAll = (socket: TestSocket): void =>
  socket.send(encodeStepOne(Y.encodeStateVector(new Y.Doc())));

export interface StockClient {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** Every message as it came, over all connections. */
  readonly messages: Uint8Array[];
  readonly closings: number[];
  readonly stop: () => void;
}

/** Yjs's own client, as anybody may use it, with a cookie. */
export function stockClient(
  { origin, cookie }: Asker,
  caseId: string,
  document: string,
  params: Record<string, string> = {},
): StockClient {
  const doc = new Y.Doc();
  const messages: Uint8Array[] = [];
  const closings: number[] = [];
  class CookieSocket extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols ?? [], { headers: { cookie } });
      this.on("message", (data: Buffer) => messages.push(new Uint8Array(data)));
      this.on("close", (code) => closings.push(code));
      this.on("error", () => {}); // The server is away: the provider comes back.
    }
  }
  const provider = new WebsocketProvider(`${origin.replace("http", "ws")}/sync/${caseId}`, document, doc, {
    // `ws` has the browser's interface but for the events' classes.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    WebSocketPolyfill: CookieSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    params,
    maxBackoffTime: 500,
  });
  const stop = () => {
    provider.destroy();
    doc.destroy();
  };
  return { doc, provider, messages, closings, stop };
}

/** Resolves as soon as it is so. */
export const until = (isSo: () => boolean, what: string): Promise<void> =>
  vi.waitFor(() => {
    if (!isSo()) throw new Error(`Still waiting until ${what}`);
  }, 15_000);
