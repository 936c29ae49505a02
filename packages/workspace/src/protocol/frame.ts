import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { z } from "zod";
import { type FrameKind, frameKinds } from "./kinds.ts";

export type Write = (encoder: encoding.Encoder) => void;

/** varUint channel, varUint kind, rest. */
export function writeFrame(channel: number, kind: FrameKind, ...rest: readonly Write[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, channel);
  encoding.writeVarUint(encoder, frameKinds[kind]);
  for (const write of rest) write(encoder);
  return encoding.toUint8Array(encoder);
}

export const number =
  (value: number): Write =>
  (encoder) =>
    encoding.writeVarUint(encoder, value);

export const text =
  (value: string): Write =>
  (encoder) =>
    encoding.writeVarString(encoder, value);

/** Without a length: the frame's end is their end. */
export const tail =
  (value: Uint8Array): Write =>
  (encoder) =>
    encoding.writeUint8Array(encoder, value);

export const json = (value: unknown): Write => text(JSON.stringify(value));

/** Throws where the text is not JSON of that form; `readFrame` turns that into "malformed". */
export const readJson = <T>(decoder: decoding.Decoder, schema: z.ZodType<T>): T =>
  schema.parse(JSON.parse(decoding.readVarString(decoder)));

/** A copy: the frame's own buffer may be the socket's. */
export const readTail = (decoder: decoding.Decoder): Uint8Array =>
  decoding.readTailAsUint8Array(decoder).slice();

/** Throws where the word is not one of the closed list. */
export function readWord<Word extends string>(decoder: decoding.Decoder, words: readonly Word[]): Word {
  const read = decoding.readVarString(decoder);
  const word = words.find((known) => known === read);
  if (word === undefined) throw new RangeError("not a known word");
  return word;
}
