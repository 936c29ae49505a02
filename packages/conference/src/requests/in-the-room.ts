import { z } from "zod";
import { Done, request } from "../request.ts";

export const raiseHand = request("raiseHand", z.object({ up: z.boolean() }), Done);
/** Shows something of the case; what it is, is told over the case's own socket. */
export const present = request("present", z.object({ on: z.boolean() }), Done);
export const leave = request("leave", z.object({}), Done);
/** Ends it for all. */
export const end = request("end", z.object({}), Done);
