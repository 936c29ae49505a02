import { messageTypes } from "@consilium/workspace";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** How one message of y-websocket's protocol travels to a server and back. */
export interface Wire {
  /** Said first on a new socket. */
  readonly greeting?: Uint8Array;
  readonly wrap: (message: Uint8Array) => Uint8Array;
  /** Undefined: a word of that server's own. */
  readonly unwrap: (data: Uint8Array) => Uint8Array | undefined;
}

export const plainWire: Wire = { wrap: (message) => message, unwrap: (data) => data };

/** Types of messages that Hocuspocus and y-websocket have in common: the others are Hocuspocus's own. */
const common: readonly (number | undefined)[] = [messageTypes.sync, messageTypes.awareness];
const authentication = 2;
const token = 0;

/** Hocuspocus puts the document's name before each message, and hears nothing before it was sent a token: here an empty one. */
export function hocuspocusWire(document: string): Wire {
  const prefix = encode((encoder) => encoding.writeVarString(encoder, document));
  return {
    greeting: encode((encoder) => {
      encoding.writeUint8Array(encoder, prefix);
      encoding.writeVarUint(encoder, authentication);
      encoding.writeVarUint(encoder, token);
      encoding.writeVarString(encoder, "");
    }),
    wrap: (message) => {
      const whole = new Uint8Array(prefix.length + message.length);
      whole.set(prefix);
      whole.set(message, prefix.length);
      return whole;
    },
    unwrap: (data) => {
      const decoder = decoding.createDecoder(data);
      decoding.readVarString(decoder);
      const message = decoding.readTailAsUint8Array(decoder);
      return common.includes(message[0]) ? message : undefined;
    },
  };
}

function encode(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}
