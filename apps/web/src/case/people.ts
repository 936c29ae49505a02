import type { AvatarPerson } from "../design/avatar.tsx";
import { type PersonColour, personColours } from "../design/person-colour.ts";
import type { CaseDetail } from "./case-api.ts";

type SeatPerson = CaseDetail["people"][number];

/** Somebody in one seat of the case, as avatars, carets and threads show them. */
export interface CasePerson extends AvatarPerson {
  readonly seat: string;
  readonly role: SeatPerson["role"];
  readonly mode: SeatPerson["mode"];
  readonly profession: string | null;
  readonly workplace: string | null;
  /** The seat of whoever looks. */
  readonly isOwn: boolean;
  readonly hasEnded: boolean;
}

const patientSide = new Set<SeatPerson["role"]>(["patient", "proxy"]);

/** By seat. A colour belongs to a person for the life of a case; past ten people the colours begin again. */
export const peopleBySeat = (people: readonly SeatPerson[]): ReadonlyMap<string, CasePerson> =>
  new Map(people.map((person) => [person.seat, describe(person)]));

const describe = (person: SeatPerson): CasePerson => ({
  seat: person.seat,
  name: person.name,
  initials: person.initials,
  colour: colourAt(person.colour),
  side: patientSide.has(person.role) ? "patient" : "clinic",
  role: person.role,
  mode: person.mode,
  profession: person.profession,
  workplace: person.workplace,
  isOwn: person.own,
  hasEnded: person.ended,
});

export const colourAt = (place: number): PersonColour =>
  personColours[place % personColours.length] ?? "slate";
