import { z } from "zod";
import { MediaId, Ulid } from "../ids.ts";
import { notification } from "../notification.ts";
import { Stream } from "../people.ts";

export const streamAdded = notification("streamAdded", Stream);
export const producerChanged = notification(
  "producerChanged",
  z.object({ producer: MediaId, paused: z.boolean() }),
);
export const producerClosed = notification("producerClosed", z.object({ producer: MediaId }));
/** Who speaks most now. */
export const activeSpeaker = notification("activeSpeaker", z.object({ seat: Ulid }));
/** Which layer a picture comes in now; null: none at the moment. */
export const layersChanged = notification(
  "layersChanged",
  z.object({ consumer: MediaId, spatial: z.int().nullable() }),
);
