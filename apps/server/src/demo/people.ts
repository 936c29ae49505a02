import { found } from "./cast.ts";
import type { DemoCase, DemoPerson } from "./content.ts";
import { demoId } from "./demo-id.ts";

export interface PlannedPerson {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
  /** Null: in the story only, without an account to sign in with. */
  readonly login: string | null;
  readonly zone: string;
  readonly profession: string | null;
  readonly workplace: string | null;
  readonly licence: { readonly number: string; readonly authority: string; readonly country: string } | null;
  /** At the organisation, where they work there. */
  readonly staffRole: "coordinator" | "clinician" | "administrator" | null;
  /** Of a clinician: those of the cases that they are specialists in. */
  readonly specialties: readonly string[];
}

/** Logins that one case gives to people who have none in their file. */
const logins: Readonly<Record<string, string>> = {
  ngozi: "second.patient@demo.test",
  castellane: "spine.specialist@demo.test",
};

const administrator: PlannedPerson = {
  id: demoId("person", "administrator"),
  name: "Demo administrator",
  initials: "DA",
  login: "admin@demo.test",
  zone: "Europe/Stockholm",
  profession: null,
  workplace: null,
  licence: null,
  staffRole: "administrator",
  specialties: [],
};

/** Everybody once, whichever cases they sit in, and an administrator who sits in none. */
export function planPeople(contents: readonly DemoCase[]): PlannedPerson[] {
  const people = new Map<string, PlannedPerson>();
  for (const content of contents)
    for (const person of content.people)
      people.set(person.id, people.get(person.id) ?? planPerson(person, content, contents));
  return [...people.values(), administrator];
}

function planPerson(person: DemoPerson, content: DemoCase, contents: readonly DemoCase[]): PlannedPerson {
  const { licence } = person;
  return {
    id: demoId("person", person.id),
    name: person.name,
    initials: person.initials,
    login: person.login ?? logins[person.id] ?? null,
    zone: person.zone,
    profession: person.profession ?? null,
    workplace: person.workplace ?? null,
    licence: licence
      ? {
          number: licence.number,
          country: licence.country,
          authority: found(authorities[licence.country], licence.country),
        }
      : null,
    staffRole: staffRoleOf(person, content),
    specialties: specialtiesOf(person, contents),
  };
}

/** Who gives licences there. */
const authorities: Readonly<Record<string, string>> = {
  IE: "Medical Council",
  SE: "National Board of Health and Welfare",
};

function staffRoleOf({ id }: DemoPerson, { seats }: DemoCase): PlannedPerson["staffRole"] {
  const role = seats.find(({ person }) => person === id)?.role;
  if (role === "coordinator") return "coordinator";
  return role === "specialist" ? "clinician" : null;
}

const specialtiesOf = ({ id }: DemoPerson, contents: readonly DemoCase[]): readonly string[] => [
  ...new Set(
    contents
      .filter(({ seats }) => seats.some(({ person, role }) => person === id && role === "specialist"))
      .map((content) => content.case.specialty),
  ),
];
