import { isSeated, type ProxyScope, type Role, type Seat, type SpecialistMode } from "@consilium/clinical";
import {
  type Database,
  findPersonByEmail,
  insertSeat,
  membershipsOf,
  nextColour,
  type Person,
  seatsOfCases,
} from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, type Done, runCommand, type Scope } from "../command/run-command.ts";
import type { Services } from "../services.ts";
import { beginReading } from "./begin-reading.ts";

export interface GivenSeat {
  /** Of an account; nobody is told whether one exists but the coordinator and the patient of this case. */
  readonly email: string;
  readonly role: Role;
  readonly mode: SpecialistMode | null;
  readonly scopes: readonly ProxyScope[];
  readonly basis: string | null;
  readonly to: Date | null;
}

/** Who administers or audits the installation sees no case. */
export const isWithoutClinic = (staffRole: string): boolean =>
  staffRole === "administrator" || staffRole === "auditor";

/** A place in the case for somebody who has an account. */
export const giveSeat = (
  services: Services,
  commander: Commander,
  given: GivenSeat,
): Promise<Result<{ seat: string }, RefusalReason>> =>
  runCommand(
    services,
    commander,
    {
      command: "give or end a seat",
      changesRights: true,
      object: () => ({ role: given.role }),
    },
    (scope) => give(services, scope, given),
  );

/** Whom the seat is for. */
async function findSeated(
  transaction: Database,
  { role, email }: GivenSeat,
  at: Date,
): Promise<Result<Person, RefusalReason>> {
  // A guest is invited to a conference, for what is presented there, and ends with it.
  if (role === "guest") return refuse("not-now");
  const person = await findPersonByEmail(transaction, email);
  if (!person) return refuse("no-such-person");
  const memberships = await membershipsOf(transaction, person.id, at);
  return memberships.some(({ staffRole }) => isWithoutClinic(staffRole)) ? refuse("no-right") : ok(person);
}

/** Whether somebody has that part in the case already. */
export const isSeatedAs = (role: Role, personId: string, seats: readonly Seat[], at: Date): boolean =>
  seats.some((seat) => seat.personId === personId && seat.role === role && isSeated(seat, at));

async function give(
  services: Services,
  scope: Scope,
  given: GivenSeat,
): Promise<Result<Done<{ seat: string }>, RefusalReason>> {
  const { transaction, row, key, seat, at } = scope;
  if ((given.role === "specialist") !== (given.mode !== null)) return refuse("malformed-request");
  if (given.to && given.to <= at) return refuse("malformed-request");
  const found = await findSeated(transaction, given, at);
  if (!found.ok) return found;
  const person = found.value;
  const seats = await seatsOfCases(transaction, [row.id]);
  if (isSeatedAs(given.role, person.id, seats, at)) return refuse("already-so");
  const id = services.createId();
  await insertSeat(transaction, key, {
    id,
    organisationId: row.organisationId,
    caseId: row.id,
    personId: person.id,
    role: given.role,
    mode: given.mode,
    scopes: given.role === "proxy" ? given.scopes : [],
    from: at,
    to: given.to,
    revealedAt: null,
    colour: nextColour(seats, person.id),
    basis: given.basis,
    givenBy: seat.personId,
  });
  await scope.notify({ kind: "place-given", subject: id, seats: [id] });
  const documents = given.mode === "blind" ? { documents: [await beginReading(services, scope, id)] } : {};
  return ok({
    value: { seat: id },
    ...documents,
    act: "seat.given",
    subject: id,
    body: { role: given.role, mode: given.mode },
  });
}
