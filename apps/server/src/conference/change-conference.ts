import { isToCome } from "@consilium/clinical";
import {
  changeGuestTimes,
  type ConferenceRow,
  endGuests,
  findConference,
  guestsOfCase,
  insertInvitations,
  invitationsOfCase,
  reviseConference,
} from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, type Done, runCommand, type Scope } from "../command/run-command.ts";
import type { Services } from "../services.ts";
import { faultOfTime, whoMayCome } from "./call-conference.ts";
import { overAt } from "./conference-limits.ts";
import { tellGuest } from "./tell-guest.ts";

type Outcome<T> = Promise<Result<Done<T>, RefusalReason>>;

/** The row, under the case's lock. */
export async function conferenceOf(
  { transaction, row }: Pick<Scope, "transaction" | "row">,
  id: string,
): Promise<Result<ConferenceRow, RefusalReason>> {
  const found = await findConference(transaction, id);
  return found?.caseId === row.id ? ok(found) : refuse("no-such-conference");
}

const command = "call a conference, invite to it";

/** Another time. Whoever was asked is told, and every calendar takes it over. */
export const moveConference = (
  services: Services,
  commander: Commander,
  id: string,
  when: { readonly startsAt: Date; readonly minutes: number },
) =>
  runCommand(
    services,
    commander,
    { command, changesRights: false },
    async (scope): Outcome<{ moved: string }> => {
      const found = await conferenceOf(scope, id);
      if (!found.ok) return found;
      if (found.value.state !== "scheduled") return refuse("not-now");
      const problem = faultOfTime(when.startsAt, scope.at);
      if (problem) return refuse(problem);
      const moved = await reviseConference(scope.transaction, found.value, when);
      await changeGuestTimes(scope.transaction, id, scope.at, overAt(moved));
      await tellAll(services, scope, moved, "moved");
      const body = { startsAt: when.startsAt.toISOString(), minutes: when.minutes };
      return ok({ value: { moved: id }, act: "conference.moved", subject: id, body });
    },
  );

/** Links and seats of its guests end with it, and whoever was asked is told. */
export async function cancelInRows(
  services: Services,
  scope: Scope,
  conference: ConferenceRow,
): Promise<void> {
  const cancelled = await reviseConference(scope.transaction, conference, { state: "cancelled" });
  await tellAll(services, scope, cancelled, "cancelled");
  await endGuests(scope.transaction, conference.id, scope.at);
}

/** It does not take place. */
export const cancelConference = (services: Services, commander: Commander, id: string) =>
  runCommand(
    services,
    commander,
    { command, changesRights: true },
    async (scope): Outcome<{ cancelled: string }> => {
      const found = await conferenceOf(scope, id);
      if (!found.ok) return found;
      if (found.value.state !== "scheduled") return refuse("not-now");
      await cancelInRows(services, scope, found.value);
      return ok({ value: { cancelled: id }, act: "conference.cancelled", subject: id });
    },
  );

/** More people are asked to come. */
export const inviteSeats = (services: Services, commander: Commander, id: string, seats: readonly string[]) =>
  runCommand(
    services,
    commander,
    { command, changesRights: false },
    async (scope): Outcome<{ invited: readonly string[] }> => {
      const found = await conferenceOf(scope, id);
      if (!found.ok) return found;
      if (!isToCome(found.value)) return refuse("not-now");
      const asked = await whoMayCome(scope, seats);
      if (!asked) return refuse("no-such-seat");
      const invited = await insertInvitations(scope.transaction, found.value, asked, scope.at);
      await scope.notify({ kind: "conference-called", subject: id, seats: invited });
      return ok({ value: { invited }, act: "conference.invited", subject: id, body: { invited } });
    },
  );

async function tellAll(
  services: Services,
  scope: Scope,
  conference: ConferenceRow,
  kind: "moved" | "cancelled",
): Promise<void> {
  const { transaction, row, key, at } = scope;
  const asked = (await invitationsOfCase(transaction, row.id)).filter(
    ({ conferenceId }) => conferenceId === conference.id,
  );
  const seats = asked.map(({ seatId }) => seatId);
  await scope.notify({ kind: `conference-${kind}`, subject: conference.id, seats });
  for (const guest of await guestsOfCase(transaction, key))
    if (guest.conferenceId === conference.id && guest.expiresAt > at)
      await tellGuest(services, scope, { guest, conference, kind, link: null });
}
