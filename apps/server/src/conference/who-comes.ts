import { isSeated } from "@consilium/clinical";
import { type GuestAtDoor, guestsOfDevices, seatsOfPerson } from "@consilium/database";
import type { SessionReader } from "../api/api-context.ts";
import type { SignedIn } from "../identity/create-identity.ts";
import type { Services } from "../services.ts";
import { guestDeviceHash, readGuestDevices } from "./guest-cookie.ts";

/**
 * Whoever comes to a case: by a session, or as a guest by the device that opened a link. `conference`: to which of the case; else the
 * one that a guest is in goes first.
 */
export type WhoComes = (
  headers: Headers,
  caseId: string,
  conference?: string,
) => Promise<SignedIn | undefined>;

type GuestServices = Pick<Services, "open" | "origin" | "now">;

/** The guests whose devices this browser has, as long as they are good for something; whose link it opened last, first. */
export const guestsBehind = (
  { open, origin, now }: GuestServices,
  headers: Headers,
): Promise<readonly GuestAtDoor[]> =>
  guestsOfDevices(
    open.database,
    readGuestDevices(headers, isSecure(origin)).map((device) => guestDeviceHash(device)),
    now(),
  );

export const isSecure = (origin: string): boolean => origin.startsWith("https://");

/** A session goes first where its person sits in that case: nobody is less than they are by opening a link. */
export const createWhoComes =
  (services: GuestServices, sessionOf: SessionReader): WhoComes =>
  async (headers, caseId, conference) => {
    const signedIn = await sessionOf(headers);
    const guests = (await guestsBehind(services, headers)).filter((guest) => guest.caseId === caseId);
    const guest =
      conference === undefined
        ? (guests.find(({ isIn }) => isIn) ?? guests[0])
        : guests.find(({ conferenceId }) => conferenceId === conference);
    if (!guest) return signedIn;
    return signedIn && (await isSeatedIn(services, signedIn, caseId)) ? signedIn : asSignedIn(guest);
  };

async function isSeatedIn({ open, now }: GuestServices, { personId }: SignedIn, caseId: string) {
  const seats = await seatsOfPerson(open.database, personId, caseId);
  return seats.some((seat) => isSeated(seat, now()));
}

/** Guests have no session: the device stands for it, and the id says so wherever one is asked for. */
const asSignedIn = ({ personId, name, deviceHash, expiresAt }: GuestAtDoor): SignedIn => ({
  sessionId: `${guestSession}${deviceHash?.toString("hex") ?? ""}`,
  personId,
  name,
  email: "",
  deviceId: null,
  expires: expiresAt,
});

const guestSession = "guest.";

/** Which of these are over: of guests, where another link, the end or somebody who invites took their device its worth. */
export async function endedAmongGuests(
  { open, now }: Pick<Services, "open" | "now">,
  sessions: readonly string[],
): Promise<{ readonly ended: readonly string[]; readonly others: readonly string[] }> {
  const [guests, others] = [true, false].map((is) =>
    sessions.filter((session) => session.startsWith(guestSession) === is),
  );
  const hashes = (guests ?? []).map((session) => Buffer.from(session.slice(guestSession.length), "hex"));
  const living = await guestsOfDevices(open.database, hashes, now());
  const good = new Set(living.map((guest) => asSignedIn(guest).sessionId));
  return { ended: (guests ?? []).filter((session) => !good.has(session)), others: others ?? [] };
}
