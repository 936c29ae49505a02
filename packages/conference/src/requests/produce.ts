import { z } from "zod";
import { MediaId, sources } from "../ids.ts";
import { request } from "../request.ts";
import { mediaKinds, RtpParameters } from "../rtp.ts";

/** Begins to send a stream: one of each source a seat. */
export const produce = request(
  "produce",
  z.object({
    transport: MediaId,
    kind: z.enum(mediaKinds),
    source: z.enum(sources),
    rtpParameters: RtpParameters,
  }),
  z.object({ producer: MediaId }),
);
