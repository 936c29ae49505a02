import { encodeAwareness, readMessage } from "@consilium/workspace";
import type { TestClient } from "./stock-client.ts";

/** What a client has heard of others' carets: by id, the newest state. */
export function listenToCarets(client: TestClient): Map<number, unknown> {
  const heard = new Map<number, unknown>();
  client.overhear((bytes) => {
    const message = readMessage(bytes);
    if (message?.kind !== "awareness") return;
    for (const { client: id, state } of message.entries) heard.set(id, JSON.parse(state));
  });
  return heard;
}

/** A client's own, as y-websocket sends it. */
export const caret = (client: number, clock: number, state: unknown): Uint8Array =>
  encodeAwareness([{ client, clock, state: JSON.stringify(state) }]);
