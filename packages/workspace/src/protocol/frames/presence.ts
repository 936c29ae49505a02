import type * as decoding from "lib0/decoding";
import { z } from "zod";
import { json, readJson, writeFrame } from "../frame.ts";

const shape = z.object({
  tool: z.string().max(40),
  points: z.array(z.tuple([z.number(), z.number()])).max(64),
});

const mostNumbers = 16;
const view = z
  .record(z.string().max(20), z.number())
  .refine((numbers) => Object.keys(numbers).length <= mostNumbers);

const place = z.object({
  /** A document's name, `records`, or a record's id. */
  target: z.string().max(200),
  /** Where in it: a section, a thread, a page. */
  place: z.string().max(200).exactOptional(),
  pointer: z.object({ x: z.number(), y: z.number() }).exactOptional(),
  presenting: z.boolean().exactOptional(),
  /** How it is seen there, in numbers that a viewer of the same kind knows; others leave them. */
  view: view.exactOptional(),
  /** A shape that is being drawn; a finished one is an update of a layer. */
  draft: shape.exactOptional(),
});

/** Where one seat is (documents.md, section 2). At most 2 KiB and 20 a second (SY-21). */
export type Place = Readonly<z.infer<typeof place>>;

const others = z.array(z.object({ seat: z.string(), name: z.string(), at: place }));
export type SeatPlace = Readonly<z.infer<typeof others>[number]>;

/** Kind 7 on channel 0, client: its own place; null leaves. */
export interface OwnPlaceFrame {
  readonly kind: "own-place";
  readonly place: Place | null;
}

/** Kind 7 on channel 0, server: all places of others that this reader may see, with the names the server stamped. */
export interface PlacesFrame {
  readonly kind: "places";
  readonly places: readonly SeatPlace[];
}

export const encodeOwnPlace = (own: Place | null): Uint8Array => writeFrame(0, "presence", json(own));
export const encodePlaces = (places: readonly SeatPlace[]): Uint8Array =>
  writeFrame(0, "presence", json(places));

export const decodeOwnPlace = (_: number, decoder: decoding.Decoder): OwnPlaceFrame => ({
  kind: "own-place",
  place: readJson(decoder, place.nullable()),
});

export const decodePlaces = (_: number, decoder: decoding.Decoder): PlacesFrame => ({
  kind: "places",
  places: readJson(decoder, others),
});
