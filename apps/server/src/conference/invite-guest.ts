import { isToCome } from "@consilium/clinical";
import {
  changeGuest,
  type ConferenceRow,
  endAttendances,
  endGuest,
  findSeat,
  guestsOfCase,
  insertGuest,
  insertGuestPerson,
  insertSeat,
  nextColour,
  reviseConference,
  seatsOfCases,
  type StoredGuest,
} from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { initialsOf } from "../case/initials-of.ts";
import { type Commander, type Done, runCommand, type Scope } from "../command/run-command.ts";
import { newToken, tokenHash } from "../link/secrets-of-links.ts";
import { isPlainAddress } from "../mail/plain-address.ts";
import type { Services } from "../services.ts";
import { conferenceOf } from "./change-conference.ts";
import { conferenceLimits, overAt } from "./conference-limits.ts";
import { tellGuest } from "./tell-guest.ts";

export interface GuestToInvite {
  readonly name: string;
  readonly kind: StoredGuest["kind"];
  readonly language: string | null;
  readonly email: string | null;
}

export interface GuestLinkSaid {
  readonly guest: string;
  /** Good once, and said only now. */
  readonly link: string;
}

const kind = { command: "call a conference, invite to it", changesRights: true } as const;

/** Somebody without an account gets a seat of their own, which ends with the conference. */
export const inviteGuest = (
  services: Services,
  commander: Commander,
  conferenceId: string,
  invited: GuestToInvite,
) => runCommand(services, commander, kind, (scope) => invite(services, scope, conferenceId, invited));

async function invite(
  services: Services,
  scope: Scope,
  conferenceId: string,
  invited: GuestToInvite,
): Promise<Result<Done<GuestLinkSaid>, RefusalReason>> {
  const { transaction, row, key, at } = scope;
  const found = await conferenceOf(scope, conferenceId);
  if (!found.ok) return found;
  // Nobody has ended it yet, and a link into it would be good for nothing.
  if (!isToCome(found.value) || overAt(found.value) <= at) return refuse("not-now");
  if (invited.email !== null && !isPlainAddress(invited.email)) return refuse("no-plain-address");
  const others = (await guestsOfCase(transaction, key)).filter(
    (guest) => guest.conferenceId === conferenceId && guest.expiresAt > at,
  );
  if (others.length >= conferenceLimits.guests) return refuse("too-many");
  const token = newToken();
  const id = services.createId();
  const seatId = await seatGuest(services, scope, invited);
  const words = { language: invited.language, email: invited.email };
  const of = { id, organisationId: row.organisationId, caseId: row.id, conferenceId, seatId };
  const guest = {
    ...of,
    kind: invited.kind,
    invitedBy: scope.seat.id,
    at,
    tokenHash: tokenHash(token),
    expiresAt: overAt(found.value),
  };
  await insertGuest(transaction, key, guest, words);
  const link = linkOf(services, token);
  const told = { ...words, kind: invited.kind };
  // Above an invitation that was taken back: a calendar takes this one all the same.
  const conference = await reviseConference(transaction, found.value);
  await tellGuest(services, scope, { guest: told, conference, kind: "asked", link });
  return ok({
    value: { guest: id, link },
    act: "conference.guest-invited",
    subject: conferenceId,
    body: { guest: seatId, kind: invited.kind },
  });
}

const linkOf = ({ origin }: Services, token: string): string => `${origin}/guest#${token}`;

async function seatGuest(
  { createId }: Services,
  { transaction, row, key, seat, at }: Scope,
  { name }: GuestToInvite,
): Promise<string> {
  const personId = createId();
  await insertGuestPerson(transaction, { id: personId, name, initials: initialsOf(name) });
  const id = createId();
  await insertSeat(transaction, key, {
    id,
    organisationId: row.organisationId,
    caseId: row.id,
    personId,
    role: "guest",
    mode: null,
    scopes: [],
    from: at,
    to: null,
    revealedAt: null,
    colour: nextColour(await seatsOfCases(transaction, [row.id]), personId),
    basis: null,
    givenBy: seat.personId,
  });
  return id;
}

/** Another link: the one before, and the device that opened it, are good for nothing any more. Whoever opens it is let in anew. */
export const renewGuestLink = (
  services: Services,
  commander: Commander,
  conferenceId: string,
  guestId: string,
) =>
  onGuest(
    services,
    commander,
    { conferenceId, guestId },
    async (scope, { conference, guest }): Promise<Done<GuestLinkSaid>> => {
      const token = newToken();
      await changeGuest(scope.transaction, guestId, {
        tokenHash: tokenHash(token),
        deviceHash: null,
        openedAt: null,
        isIn: false,
      });
      await endAttendances(scope.transaction, conferenceId, scope.at, guest.seatId);
      const link = linkOf(services, token);
      await tellGuest(services, scope, { guest, conference, kind: "asked", link });
      const value = { guest: guestId, link };
      const body = { guest: guest.seatId };
      return { value, act: "conference.guest-link-renewed", subject: conferenceId, body };
    },
  );

/** The invitation is taken back: link, device and seat end at once. */
export const withdrawGuest = (
  services: Services,
  commander: Commander,
  conferenceId: string,
  guestId: string,
) =>
  onGuest(
    services,
    commander,
    { conferenceId, guestId },
    async (scope, { conference, guest }): Promise<Done<{ ended: string }>> => {
      await endGuest(scope.transaction, guest, scope.at);
      await endAttendances(scope.transaction, conferenceId, scope.at, guest.seatId);
      const revised = await reviseConference(scope.transaction, conference);
      await tellGuest(services, scope, { guest, conference: revised, kind: "withdrawn", link: null });
      const body = { guest: guest.seatId };
      return { value: { ended: guestId }, act: "conference.guest-ended", subject: conferenceId, body };
    },
  );

interface OpenGuest {
  readonly conference: ConferenceRow;
  readonly guest: StoredGuest;
}

/** A command on a guest whose time has not passed. */
const onGuest = <T>(
  services: Services,
  commander: Commander,
  { conferenceId, guestId }: { readonly conferenceId: string; readonly guestId: string },
  change: (scope: Scope, open: OpenGuest) => Promise<Done<T>>,
) =>
  runCommand(services, commander, kind, async (scope): Promise<Result<Done<T>, RefusalReason>> => {
    const open = await openGuest(scope, conferenceId, guestId);
    return open.ok ? ok(await change(scope, open.value)) : open;
  });

async function openGuest(scope: Scope, conferenceId: string, guestId: string) {
  const conference = await conferenceOf(scope, conferenceId);
  if (!conference.ok) return conference;
  const guests = await guestsOfCase(scope.transaction, scope.key);
  const guest = guests.find(({ id, conferenceId: of }) => id === guestId && of === conferenceId);
  if (!guest) return refuse("no-such-guest");
  const seat = await findSeat(scope.transaction, guest.seatId);
  if (guest.expiresAt <= scope.at || seat?.to) return refuse("not-now");
  return ok({ conference: conference.value, guest });
}
