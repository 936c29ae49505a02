import { z } from "zod";
import { MediaId } from "../ids.ts";
import { request } from "../request.ts";
import { IceParameters } from "../rtp.ts";

/** A page that was cut off, or whose address changed, looks for its way again. */
export const restartIce = request(
  "restartIce",
  z.object({ transport: MediaId }),
  z.object({ iceParameters: IceParameters }),
);
