import { type GuestAtDoor, guestOfDevice, seatsOfPerson } from "@consilium/database";
import type { SessionReader } from "../api/api-context.ts";
import type { SignedIn } from "../identity/create-identity.ts";
import type { Services } from "../services.ts";
import { guestDeviceHash, readGuestDevice } from "./guest-cookie.ts";

/** Whoever comes to a case: by a session, or as a guest by the device that opened a link. */
export type WhoComes = (headers: Headers, caseId: string) => Promise<SignedIn | undefined>;

/** The guest whose device this is, as long as it is good for something. */
export async function guestBehind(
  { open, origin, now }: Pick<Services, "open" | "origin" | "now">,
  headers: Headers,
): Promise<GuestAtDoor | undefined> {
  const device = readGuestDevice(headers, isSecure(origin));
  return device === undefined ? undefined : guestOfDevice(open.database, guestDeviceHash(device), now());
}

export const isSecure = (origin: string): boolean => origin.startsWith("https://");

/** A session goes first where its person has a seat in that case: nobody is less than they are by opening a link. */
export const createWhoComes =
  (services: Pick<Services, "open" | "origin" | "now">, sessionOf: SessionReader): WhoComes =>
  async (headers, caseId) => {
    const signedIn = await sessionOf(headers);
    const guest = await guestBehind(services, headers);
    if (guest?.caseId !== caseId) return signedIn;
    if (signedIn && (await seatsOfPerson(services.open.database, signedIn.personId, caseId)).length > 0)
      return signedIn;
    return asSignedIn(guest);
  };

/** Guests have no session; the id says so wherever one is asked for. */
const asSignedIn = ({ id, personId, name, expiresAt }: GuestAtDoor): SignedIn => ({
  sessionId: `${guestSession}${id}`,
  personId,
  name,
  email: "",
  deviceId: null,
  expires: expiresAt,
});

export const guestSession = "guest.";
