import type { ProxyScope, Seat } from "@consilium/clinical";
import type { DemoCase, DemoPerson, DemoSeat, Moment } from "./content.ts";
import { type Day, dayAt, instantIn } from "./dates.ts";
import { demoId } from "./demo-id.ts";

export interface PlannedSeat extends Seat {
  readonly basis: string;
  readonly colour: number;
}

/** Who is who in one case, and when in their zone something was. */
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
  readonly at: (moment: Moment, person: string) => Date;
  readonly seatAt: (moment: Moment, seat: string) => Date;
}

export function castOf(content: DemoCase, today: Day): Cast {
  const people = new Map(content.people.map((person) => [person.id, person]));
  const person = (name: string) => found(people.get(name), name);
  const at = (moment: Moment, name: string) =>
    instantIn(person(name).zone, dayAt(today, moment.day), moment.time);
  const written = new Map(content.seats.map((seat) => [seat.id, seat]));
  const organisationId = demoId("organisation", content.organisation.id);
  const caseId = demoId("case", content.case.id);
  const persons = [...new Set(content.seats.map((seat) => seat.person))];
  const seats = new Map(
    content.seats.map((seat): [string, PlannedSeat] => [
      seat.id,
      {
        id: demoId("seat", seat.id),
        organisationId,
        caseId,
        personId: demoId("person", seat.person),
        role: seat.role,
        mode: seat.mode ?? null,
        scopes: scopesOf(seat),
        from: at({ day: seat.from, time: "00:00" }, seat.person),
        to: seat.to === null ? null : at({ day: seat.to + 1, time: "00:00" }, seat.person),
        revealedAt: revealOf(content, seat, at),
        basis: seat.basis,
        colour: persons.indexOf(seat.person),
      },
    ]),
  );
  const seat = (name: string) => found(seats.get(name), name);
  return {
    today,
    organisationId,
    caseId,
    seats: [...seats.values()],
    seat,
    seatOf: (name) => seat(found(content.seats.find((sits) => sits.person === name)?.id, name)),
    person,
    at,
    seatAt: (moment, name) => at(moment, found(written.get(name), name).person),
  };
}

function revealOf(content: DemoCase, seat: DemoSeat, at: Cast["at"]): Date | null {
  const reveal = content.lifecycle.find(({ event, by }) => event === "reveal" && by === seat.person);
  return reveal && seat.role === "specialist" ? at(reveal.at, reveal.by) : null;
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
