import { z } from "zod";
import { notification } from "../notification.ts";

/** A clinician ended it for all, or the case did. */
export const ended = notification("ended", z.object({}));
/** Whoever hears it is no longer there: not let in, taken out, or without a seat. */
export const removed = notification("removed", z.object({ as: z.enum(["denied", "removed", "seat-ended"]) }));
/** The same person goes on in another window or on another device. */
export const elsewhere = notification("elsewhere", z.object({}));
/** The room has moved: all streams are begun anew, under this generation. */
export const moved = notification("moved", z.object({ generation: z.int() }));
