import * as decoding from "lib0/decoding";
import { z } from "zod";
import { json, readJson, text, writeFrame } from "../frame.ts";

/** Kind 0, client: opens a document on a fresh channel number. */
export interface OpenFrame {
  readonly kind: "open";
  readonly channel: number;
  readonly document: string;
  readonly wish: OpenWish;
}

const clientId = z.int().min(0).max(0xffff_ffff);

const wish = z.object({
  /** The newest schema of documents that this client knows. */
  schema: z.int().min(1),
  /** The client id that this Y.Doc already bears: a reconnect. */
  have: clientId.exactOptional(),
});

export type OpenWish = Readonly<z.infer<typeof wish>>;

export const encodeOpen = (frame: Omit<OpenFrame, "kind">): Uint8Array =>
  writeFrame(frame.channel, "open", text(frame.document), json(frame.wish));

export const decodeOpen = (channel: number, decoder: decoding.Decoder): OpenFrame => ({
  kind: "open",
  channel,
  document: decoding.readVarString(decoder),
  wish: readJson(decoder, wish),
});
