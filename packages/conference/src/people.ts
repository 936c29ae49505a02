import { z } from "zod";
import { Item, MediaId, sources, Ulid } from "./ids.ts";
import { mediaKinds } from "./rtp.ts";

export const parties = ["host", "member", "guest"] as const;

/** Somebody of the conference, as the others see them. */
export const Peer = z.object({
  seat: Ulid,
  /** What the tile says. Guests have no seat that others know by name. */
  name: z.string().max(200),
  party: z.enum(parties),
  at: z.enum(["checking", "waiting", "in", "reconnecting"]),
  handSince: z.number().nullable(),
});
export type Peer = z.infer<typeof Peer>;

/** Who shows what of the case; an item that is null is not chosen yet. */
export const Presented = z.object({ seat: Ulid, item: Item.nullable() });
export type Presented = z.infer<typeof Presented>;

/** Whether it is recorded, and who has said yes. */
export const RecordingState = z.object({
  askedBy: Ulid.nullable(),
  agreed: z.array(Ulid),
  /** Milliseconds since 1970, by the server's clock. */
  since: z.number().nullable(),
});
export type RecordingState = z.infer<typeof RecordingState>;

/** A stream that somebody sends. */
export const Stream = z.object({
  producer: MediaId,
  seat: Ulid,
  kind: z.enum(mediaKinds),
  source: z.enum(sources),
  paused: z.boolean(),
});
export type Stream = z.infer<typeof Stream>;
