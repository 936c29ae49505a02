import { encodeStepOne, encodeStepTwo, encodeUpdate, readMessage } from "@consilium/workspace";
import { WebSocket } from "ws";
import * as Y from "yjs";

export interface RawClient {
  readonly send: (update: Uint8Array) => void;
  readonly leave: () => void;
}

export interface Heard {
  readonly update?: (update: Uint8Array) => void;
  /** With `?ack=1`: so many of the messages sent are committed, the answer to step 1 included. */
  readonly saved?: (count: number) => void;
}

const nothing = Y.encodeStateAsUpdate(new Y.Doc());
const empty = Y.encodeStateVector(new Y.Doc());

/** The protocol without a document behind it: a hundred clients must not cost more than the server that is measured. */
export function joinRaw(address: string, heard: Heard): Promise<RawClient> {
  const socket = new WebSocket(address, { perMessageDeflate: false });
  const { promise, resolve, reject } = Promise.withResolvers<RawClient>();
  const client = {
    send: (update: Uint8Array) => socket.send(encodeUpdate(update)),
    leave: () => socket.close(),
  };
  socket.on("open", () => socket.send(encodeStepOne(empty)));
  socket.on("error", reject);
  socket.on("close", (code, reason) => reject(new Error(`${address}: ${code} ${reason.toString()}`)));
  let isAsked = false;
  let isAnswered = false;
  socket.on("message", (data: Buffer) => {
    const message = readMessage(data);
    if (message?.kind === "update") return heard.update?.(message.update);
    if (message?.kind === "saved") return heard.saved?.(message.count);
    if (message?.kind === "step-one") {
      isAsked = true;
      socket.send(encodeStepTwo(nothing));
    } else if (message?.kind === "step-two") isAnswered = true;
    if (isAsked && isAnswered) resolve(client);
    return undefined;
  });
  return promise;
}
