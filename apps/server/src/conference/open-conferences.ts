import type { Identity } from "../identity/create-identity.ts";
import type { OpenedMedia } from "../media/open-media.ts";
import type { Services } from "../services.ts";
import { admitVisitor } from "./rooms/admit-visitor.ts";
import { ConferenceRooms } from "./rooms/conference-rooms.ts";
import { type ConferenceDoor, createConferenceDoor } from "./rooms/serve-conferences.ts";
import { createWhoComes, endedAmongGuests, type WhoComes } from "./who-comes.ts";

export interface OpenConferences {
  readonly rooms: ConferenceRooms;
  readonly door: ConferenceDoor;
  /** Who comes to a case: guests too. */
  readonly whoComes: WhoComes;
  /** Of people with a session, and of guests by their device. */
  readonly endedAmong: Identity["endedAmong"];
}

/** The rooms of this process and their door. */
export function openConferences(
  services: Services,
  { identity, media }: { readonly identity: Identity; readonly media: OpenedMedia },
  failed: (cause: unknown) => void,
): OpenConferences {
  const whoComes = createWhoComes(services, identity.whoAsks);
  const endedAmong = async (sessions: readonly string[]) => {
    const { ended, others } = await endedAmongGuests(services, sessions);
    return others.length === 0 ? ended : [...ended, ...(await identity.endedAmong(others))];
  };
  const rooms = new ConferenceRooms({
    services,
    media: media.media,
    iceServersFor: media.iceServersFor,
    endedAmong,
    failed,
  });
  const admit: Parameters<typeof createConferenceDoor>[0]["admit"] = (request, address) =>
    admitVisitor(services, whoComes, request, address);
  return { rooms, whoComes, endedAmong, door: createConferenceDoor({ rooms, admit, failed }) };
}
