import type * as decoding from "lib0/decoding";
import { z } from "zod";
import { json, readJson, writeFrame } from "../frame.ts";

const what = z.object({
  /** Names of documents that now exist, or whose sharing changed. */
  documents: z.array(z.string()),
  seats: z.boolean(),
  /** The case itself: state, records, requests, versions. */
  case: z.boolean(),
});

export type Changed = Readonly<z.infer<typeof what>>;

/** Kind 9 on channel 0, server: something to fetch again over HTTP. It never carries what changed. */
export interface ChangedFrame {
  readonly kind: "changed";
  readonly what: Changed;
}

export const encodeChanged = (changed: Changed): Uint8Array => writeFrame(0, "changed", json(changed));
export const decodeChanged = (_: number, decoder: decoding.Decoder): ChangedFrame => ({
  kind: "changed",
  what: readJson(decoder, what),
});
