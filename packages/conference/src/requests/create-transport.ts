import { z } from "zod";
import { MediaId } from "../ids.ts";
import { request } from "../request.ts";
import { DtlsParameters, IceCandidate, IceParameters } from "../rtp.ts";

/** A way for streams in one direction; one of each a page. */
export const createTransport = request(
  "createTransport",
  z.object({ direction: z.enum(["send", "receive"]) }),
  z.object({
    transport: MediaId,
    iceParameters: IceParameters,
    iceCandidates: z.array(IceCandidate),
    dtlsParameters: DtlsParameters,
  }),
);
