import { z } from "zod";
import { Ulid } from "../ids.ts";
import { Done, request } from "../request.ts";

const one = z.object({ seat: Ulid });

/** A clinician who is in lets somebody in who waits, or does not, or takes somebody out. */
export const admit = request("admit", one, Done);
export const deny = request("deny", one, Done);
export const remove = request("remove", one, Done);
/** Silences somebody, who can speak again by themselves. */
export const mute = request("mute", one, Done);
