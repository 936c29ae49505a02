import { z } from "zod";
import { Ulid } from "../ids.ts";
import { notification } from "../notification.ts";
import { Peer, Presented, RecordingState } from "../people.ts";

/** Somebody came, waits, is in, lost their connection, raised a hand: as they are now. */
export const peerChanged = notification("peerChanged", Peer);
export const peerLeft = notification(
  "peerLeft",
  z.object({ seat: Ulid, as: z.enum(["left", "denied", "removed"]) }),
);
/** Who shows something of the case, and what; null: nobody any more. */
export const presenting = notification("presenting", z.object({ presented: Presented.nullable() }));
/** Who has asked, who has said yes, and since when it is recorded. */
export const recording = notification("recording", RecordingState);
/** Whoever hears it was silenced, and by whom. */
export const muted = notification("muted", z.object({ by: Ulid }));
