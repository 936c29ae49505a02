import { z } from "zod";
import { MediaId } from "../ids.ts";
import { Done, request } from "../request.ts";
import { DtlsParameters } from "../rtp.ts";

export const connectTransport = request(
  "connectTransport",
  z.object({ transport: MediaId, dtlsParameters: DtlsParameters }),
  Done,
);
