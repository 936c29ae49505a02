import type * as decoding from "lib0/decoding";
import { z } from "zod";
import { json, readJson, writeFrame } from "../frame.ts";
import { readOnlyReasons } from "../refusal-reasons.ts";

/** Kind 1, server: the channel is open; sent again, before the content that caused it, when something of it changed. */
export interface OpenedFrame {
  readonly kind: "opened";
  readonly channel: number;
  readonly terms: OpenedTerms;
}

const terms = z.object({
  /** The leased id that the Y.Doc must bear before anything is written to it (SY-11). */
  clientId: z.int().min(0).max(0xffff_ffff),
  epoch: z.int().min(0),
  schema: z.int().min(1),
  sequence: z.int().min(0),
  mayWrite: z.boolean(),
  /** Why not, where `mayWrite` is false. */
  reason: z.enum(readOnlyReasons).exactOptional(),
});

export type OpenedTerms = Readonly<z.infer<typeof terms>>;

export const encodeOpened = (frame: Omit<OpenedFrame, "kind">): Uint8Array =>
  writeFrame(frame.channel, "opened", json(frame.terms));

export const decodeOpened = (channel: number, decoder: decoding.Decoder): OpenedFrame => ({
  kind: "opened",
  channel,
  terms: readJson(decoder, terms),
});
