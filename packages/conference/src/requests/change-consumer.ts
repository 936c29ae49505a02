import { z } from "zod";
import { MediaId } from "../ids.ts";
import { Done, request } from "../request.ts";

const one = z.object({ consumer: MediaId });

/** What is not on screen is paused. */
export const pauseConsumer = request("pauseConsumer", one, Done);
export const resumeConsumer = request("resumeConsumer", one, Done);

/** How large and how smooth a picture is wished: of each the highest layer, from 0. */
export const setLayers = request(
  "setLayers",
  one.extend({ spatial: z.int().min(0).max(2), temporal: z.int().min(0).max(2) }),
  Done,
);
