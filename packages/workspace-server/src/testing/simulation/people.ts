import type { Role, Seat } from "@consilium/clinical";
import { caseId, opinionId, opinionName } from "../test-ports.ts";

/** Who takes part. `olga` has an old app; `cyd` comes with a stock client. */
export const people = ["ada", "ben", "cyd", "olga", "mia", "rea", "pat"] as const;
export type Person = (typeof people)[number];

const roles: Record<Person, Role> = {
  ada: "specialist",
  ben: "specialist",
  cyd: "specialist",
  olga: "specialist",
  mia: "specialist",
  rea: "referrer",
  pat: "patient",
};

/** Those who write the opinion at first. */
export const authors: readonly Person[] = ["ada", "ben", "cyd", "olga"];

/** Seats are told apart by their last two letters: whose, and the how manieth. A ULID, as layers are named by it. */
const seatIdOf = (person: Person, turn: number): string =>
  `01ARZ3NDEKTSV4RRFFQ69G5S${people.indexOf(person)}${turn % 10}`;

/** A person's first seat in the case, or the one that they were given after it had ended. */
export function seatOf(person: Person, turn: number, from: Date): Seat {
  const role = roles[person];
  return {
    id: seatIdOf(person, turn),
    organisationId: "01ARZ3NDEKTSV4RRFFQ69G5F0R",
    caseId,
    personId: person,
    role,
    mode: role === "specialist" ? (authors.includes(person) ? "author" : "reader") : null,
    scopes: [],
    from,
    to: null,
    revealedAt: null,
  };
}

/** What the clinicians say among themselves about the draft, and what the patient asks about it. */
export const aside = `layer.${seatIdOf("rea", 0)}.opinion.${opinionId}.clinicians`;
export const questions = `layer.${seatIdOf("pat", 0)}.opinion.${opinionId}.everyone`;

export const documents = [opinionName, "story", aside, questions] as const;
