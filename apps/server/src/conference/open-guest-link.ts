import {
  findConference,
  findOrganisation,
  findPerson,
  findSeat,
  type GuestAtDoor,
  guestOfToken,
  guestsOfDevices,
  openGuestLink,
  recordAct,
} from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { z } from "@hono/zod-openapi";
import type { RefusalReason } from "../api/refusal.ts";
import { tokenHash } from "../link/secrets-of-links.ts";
import type { Services } from "../services.ts";
import type { GuestView } from "./conference-schemas.ts";
import { guestDeviceHash, newGuestDevice } from "./guest-cookie.ts";

export interface OpenedGuestLink {
  readonly guest: GuestAtDoor;
  /** What this device is known by from now on. */
  readonly device: string;
}

/**
 * Uses a link up. Of two devices at once one is let in, and the other is told that it was opened. `devices`: what the browser has already;
 * where this link was opened on it, it is opened again.
 */
export async function openLinkAsGuest(
  services: Services,
  token: string,
  devices: readonly string[],
): Promise<Result<OpenedGuestLink, RefusalReason>> {
  const hash = tokenHash(token);
  const guest = await guestOfToken(services.open.database, hash);
  if (!guest) return refuse("no-such-link");
  if (guest.expiresAt <= services.now()) return refuse(await whyOver(services, guest));
  const { deviceHash } = guest;
  const known = devices.find((device) => deviceHash !== null && guestDeviceHash(device).equals(deviceHash));
  if (known !== undefined) return ok({ guest, device: known });
  const device = newGuestDevice();
  if (!(await useUp(services, guest, hash, device))) return refuse("guest-link-used");
  await services.changed({ caseId: guest.caseId, rights: false });
  return ok({ guest, device });
}

/** An invitation is good for nothing any more: whoever holds its secret is told why. */
async function whyOver(
  { open }: Pick<Services, "open">,
  { conferenceId }: GuestAtDoor,
): Promise<RefusalReason> {
  const conference = await findConference(open.database, conferenceId);
  if (conference?.state === "cancelled") return "guest-conference-cancelled";
  return conference?.state === "ended" ? "guest-conference-ended" : "guest-link-over";
}

/** Why these devices, the latest first, have nothing to come to. A newer link takes a device its row. */
export async function whyNoGuest(
  services: Pick<Services, "open">,
  devices: readonly string[],
): Promise<RefusalReason> {
  if (devices.length === 0) return "no-such-link";
  const [last] = await guestsOfDevices(
    services.open.database,
    devices.map((device) => guestDeviceHash(device)),
    new Date(0),
  );
  return last ? whyOver(services, last) : "guest-link-over";
}

/** Written down together, or neither. */
const useUp = (
  { open, now }: Services,
  { organisationId, caseId, personId, seatId, conferenceId }: GuestAtDoor,
  hash: Buffer,
  device: string,
): Promise<boolean> =>
  open.database.transaction(async (transaction) => {
    const isOpened = await openGuestLink(transaction, hash, {
      deviceHash: guestDeviceHash(device),
      at: now(),
    });
    const act = isOpened ? "conference.guest-came" : "conference.guest-refused";
    const of = { organisationId, caseId, personId, seatId, subject: conferenceId };
    await recordAct(transaction, { ...of, act, body: {} });
    return isOpened;
  });

/** What a guest is told: when, by whom; of the case nothing. */
export async function describeToGuest(
  { open: { database } }: Services,
  guest: GuestAtDoor,
): Promise<Result<z.infer<typeof GuestView>, RefusalReason>> {
  const conference = await findConference(database, guest.conferenceId);
  if (!conference) return refuse("guest-link-over");
  const caller = await findSeat(database, conference.calledBy);
  const organisation = await findOrganisation(database, guest.organisationId);
  const person = caller && (await findPerson(database, caller.personId));
  return ok({
    conference: conference.id,
    caseId: guest.caseId,
    seat: guest.seatId,
    name: guest.name,
    kind: guest.kind,
    state: conference.state,
    startsAt: conference.startsAt.toISOString(),
    minutes: conference.minutes,
    programme: organisation?.name ?? "",
    calledBy: person?.name ?? "",
  });
}
