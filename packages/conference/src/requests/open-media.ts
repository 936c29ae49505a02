import { z } from "zod";
import { Stream } from "../people.ts";
import { request } from "../request.ts";
import { IceServer, RtpCapabilities } from "../rtp.ts";

/** Whoever is in asks what the room can carry, and who sends what. Asked anew when the room has moved. */
export const openMedia = request(
  "openMedia",
  z.object({}),
  z.object({
    capabilities: RtpCapabilities,
    iceServers: z.array(IceServer),
    streams: z.array(Stream),
    /** Counts up each time the room moves: what belongs to an older one is refused. */
    generation: z.int(),
  }),
);
