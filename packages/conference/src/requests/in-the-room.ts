import { z } from "zod";
import { Item } from "../ids.ts";
import { Done, request } from "../request.ts";

export const raiseHand = request("raiseHand", z.object({ up: z.boolean() }), Done);
/**
 * Shows something of the case: a record, or a document by its name; null: nothing yet. Said again for each item; where in it they look is
 * told over the case's own socket.
 */
export const present = request("present", z.object({ on: z.boolean(), item: Item.nullable() }), Done);
export const leave = request("leave", z.object({}), Done);
/** Ends it for all. */
export const end = request("end", z.object({}), Done);
