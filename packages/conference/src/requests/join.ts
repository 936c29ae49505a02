import { z } from "zod";
import { Ulid } from "../ids.ts";
import { Peer, Presented, RecordingState } from "../people.ts";
import { request } from "../request.ts";
import { conferenceProtocolVersion } from "../version.ts";

/** The first thing that a page says. It is before the door then, or again where it was. */
export const join = request(
  "join",
  z.object({ version: z.literal(conferenceProtocolVersion) }),
  z.object({
    seat: Ulid,
    /** Milliseconds since 1970: the clock of whoever looks may be wrong. A server of before does not say it. */
    now: z.number().optional(),
    state: z.enum(["scheduled", "lobby", "live", "ended"]),
    peers: z.array(Peer),
    presented: Presented.nullable(),
    recording: RecordingState,
    /** What of these this seat may do here. */
    may: z.array(z.enum(["admit", "mute", "remove", "end", "present", "share-screen", "record"])),
    /** Whether the server has video at all, and why not. */
    media: z.discriminatedUnion("is", [
      z.object({ is: z.literal("ready") }),
      z.object({ is: z.enum(["building", "unavailable"]), because: z.string() }),
    ]),
  }),
);
