import { z } from "zod";
import { MediaId } from "../ids.ts";
import { Done, request } from "../request.ts";

const one = z.object({ producer: MediaId });

/** Says nothing, or shows nothing, for a while. */
export const pauseProducer = request("pauseProducer", one, Done);
export const resumeProducer = request("resumeProducer", one, Done);
export const closeProducer = request("closeProducer", one, Done);
