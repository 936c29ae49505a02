import { z } from "zod";
import { MediaId } from "../ids.ts";
import { request } from "../request.ts";
import { mediaKinds, RtpCapabilities, RtpParameters } from "../rtp.ts";

/** Begins to receive a stream of somebody else. It is paused until the page is ready for it. */
export const consume = request(
  "consume",
  z.object({ transport: MediaId, producer: MediaId, capabilities: RtpCapabilities }),
  z.object({
    consumer: MediaId,
    kind: z.enum(mediaKinds),
    rtpParameters: RtpParameters,
  }),
);
