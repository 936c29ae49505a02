import type { CasePerson } from "../case/people.ts";
import type { AvatarPerson } from "../design/avatar.tsx";

const unknown: AvatarPerson = { name: "–", initials: "–", colour: "slate", side: "clinic" };

/** Who wrote it; somebody whom this seat does not know is shown without a name. */
export const authorIn = (people: ReadonlyMap<string, CasePerson>, seat: string): AvatarPerson =>
  people.get(seat) ?? unknown;
