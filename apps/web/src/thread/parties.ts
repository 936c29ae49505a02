import { type LayerTarget, type Role, type Sitter } from "@consilium/clinical";
import type { Parties } from "@consilium/workspace";
import type { CaseDetail } from "../case/case-api.ts";
import type { CasePerson } from "../case/people.ts";

type Known = Pick<CaseDetail, "opinions">;

/** Who writes the text that a target names, as far as this seat knows the case. */
export function writersOf(
  target: LayerTarget,
  { opinions }: Known,
  people: ReadonlyMap<string, CasePerson>,
): readonly string[] {
  const opinion = opinions.find(({ id }) => target === `opinion.${id}`);
  if (opinion) return opinion.authors;
  const writing = writingRoles[target.split(".")[0] ?? ""] ?? [];
  return [...people.values()].filter(({ role }) => writing.includes(role)).map(({ seat }) => seat);
}

const writingRoles: Readonly<Record<string, readonly Role[]>> = {
  story: ["patient", "proxy"],
  referral: ["referrer"],
  conference: ["referrer", "care-team", "specialist", "coordinator"],
};

/** Seats that write the case's opinion. Whoever may not read it knows them by their seat alone. */
export function authorsOf(
  target: LayerTarget,
  { opinions }: Known,
  people: ReadonlyMap<string, CasePerson>,
): readonly string[] {
  const opinion = opinions.find(({ id }) => target === `opinion.${id}`) ?? opinions[0];
  if (opinion) return opinion.authors;
  return [...people.values()]
    .filter(({ role, mode }) => role === "specialist" && mode === "author")
    .map(({ seat }) => seat);
}

export const sitterOf = ({ seat, role }: Pick<CasePerson, "seat" | "role">): Sitter => ({ id: seat, role });

export function partiesOf(
  target: LayerTarget,
  detail: Known,
  people: ReadonlyMap<string, CasePerson>,
  isAccepted: (id: string) => boolean,
): Parties {
  const authors = authorsOf(target, detail, people);
  const writers = writersOf(target, detail, people);
  return {
    seatOf: (id) => {
      const person = people.get(id);
      return person && sitterOf(person);
    },
    authors,
    writersOf: (asked) => (asked === target ? writers : []),
    isAccepted,
  };
}
