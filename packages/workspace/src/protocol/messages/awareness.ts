import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { messageTypes } from "../kinds.ts";

/** Presence inside one document: entries of y-protocols' awareness. None at all is a heartbeat. */
export interface AwarenessMessage {
  readonly kind: "awareness";
  readonly entries: readonly AwarenessEntry[];
}

export interface AwarenessEntry {
  readonly client: number;
  readonly clock: number;
  /** JSON; `null` has left. */
  readonly state: string;
}

/** An honest client has one entry of its own and echoes a few. */
const entriesRead = 512;

export function encodeAwareness(entries: readonly AwarenessEntry[]): Uint8Array {
  const body = encoding.createEncoder();
  encoding.writeVarUint(body, entries.length);
  for (const { client, clock, state } of entries) {
    encoding.writeVarUint(body, client);
    encoding.writeVarUint(body, clock);
    encoding.writeVarString(body, state);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.awareness);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body));
  return encoding.toUint8Array(encoder);
}

/** A flood of entries is read in part. */
export function decodeAwareness(decoder: decoding.Decoder): AwarenessMessage {
  const body = decoding.createDecoder(decoding.readVarUint8Array(decoder));
  const count = Math.min(decoding.readVarUint(body), entriesRead);
  const entries = Array.from({ length: count }, () => ({
    client: decoding.readVarUint(body),
    clock: decoding.readVarUint(body),
    state: decoding.readVarString(body),
  }));
  return { kind: "awareness", entries };
}
