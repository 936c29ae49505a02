import type { ProxyScope, Seat } from "@consilium/clinical";
import { type Day, dayAt, instantIn } from "@consilium/foundation";
import type { Moment } from "./content-moment.ts";
import type { DemoCase, DemoPerson, DemoSeat } from "./content.ts";
import { demoId } from "./demo-id.ts";

export interface PlannedSeat extends Seat {
  readonly basis: string;
  readonly colour: number;
}

/** Who is who in one case, and when something was. */
export interface Cast {
  readonly today: Day;
  readonly organisationId: string;
  readonly caseId: string;
  readonly seats: readonly PlannedSeat[];
  /** By the seat's id in the content. */
  readonly seat: (name: string) => PlannedSeat;
  /** Where a person has two seats, the first. */
  readonly seatOf: (person: string) => PlannedSeat;
  readonly person: (name: string) => DemoPerson;
  /** In the organisation's zone: in the zone of each person, an answer would come before its question. */
  readonly at: (moment: Moment) => Date;
}

export function castOf(content: DemoCase, today: Day): Cast {
  const people = new Map(content.people.map((person) => [person.id, person]));
  const at = ({ day, time }: Moment) => instantIn(content.organisation.zone, dayAt(today, day), time);
  const seats = new Map(content.seats.map((seat) => [seat.id, planSeat(content, seat, at)]));
  const seat = (name: string) => found(seats.get(name), name);
  return {
    today,
    organisationId: organisationIdOf(content),
    caseId: demoId("case", content.case.id),
    seats: [...seats.values()],
    seat,
    seatOf: (name) => seat(found(content.seats.find((sits) => sits.person === name)?.id, name)),
    person: (name) => found(people.get(name), name),
    at,
  };
}

export const organisationIdOf = ({ organisation }: DemoCase): string =>
  demoId("organisation", organisation.id);

function planSeat(content: DemoCase, seat: DemoSeat, at: Cast["at"]): PlannedSeat {
  return {
    id: demoId("seat", seat.id),
    organisationId: organisationIdOf(content),
    caseId: demoId("case", content.case.id),
    personId: demoId("person", seat.person),
    role: seat.role,
    mode: seat.mode ?? null,
    scopes: scopesOf(seat),
    from: at({ day: seat.from, time: "00:00" }),
    to: seat.to === null ? null : at({ day: seat.to + 1, time: "00:00" }),
    revealedAt: revealOf(content, seat, at),
    basis: seat.basis,
    colour: colourOf(content, seat.person),
  };
}

/** The four who meet most often get the four colours that are easiest to tell apart; then as they are seated. */
function colourOf({ seats }: DemoCase, person: string): number {
  const order = ["specialist", "referrer", "patient"];
  const rankOf = (role: string) => (order.includes(role) ? order.indexOf(role) : order.length);
  const persons = seats
    .toSorted((one, other) => rankOf(one.role) - rankOf(other.role))
    .map((seat) => seat.person);
  return [...new Set(persons)].indexOf(person);
}

function revealOf(content: DemoCase, seat: DemoSeat, at: Cast["at"]): Date | null {
  const reveal = content.lifecycle.find(({ event, by }) => event === "reveal" && by === seat.person);
  return reveal && seat.role === "specialist" ? at(reveal.at) : null;
}

const scopes: Readonly<Record<string, ProxyScope>> = {
  read: "read",
  "read records": "read",
  "write the story": "write-story",
  "add records": "add-records",
  "ask questions": "ask",
  "join meetings": "meet",
  "receive the opinion": "receive",
};

const scopesOf = ({ scope = [] }: DemoSeat): ProxyScope[] => scope.map((name) => found(scopes[name], name));

/** What the content names and does not have is an error of the content. */
export function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`The demo content has no "${name}"`);
  return value;
}

/** The first of them. */
export const seatWith = ({ seats }: Cast, wanted: PlannedSeat["role"]): PlannedSeat =>
  found(
    seats.find(({ role }) => role === wanted),
    wanted,
  );
