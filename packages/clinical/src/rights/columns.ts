import { type Seat } from "../identity/seat.ts";

/** The columns of docs/rights.md. */
export const columns = [
  "patient, proxy",
  "referrer",
  "care-team",
  "author",
  "other specialist",
  "blind specialist",
  "coordinator",
  "guest",
] as const;
export type Column = (typeof columns)[number];

/** Under which column a seat falls, for a document written by `authors` (undefined: no document of an author). */
export function columnOf(seat: Seat, authors?: readonly string[]): Column {
  switch (seat.role) {
    case "patient":
    case "proxy":
      return "patient, proxy";
    case "referrer":
    case "care-team":
    case "coordinator":
    case "guest":
      return seat.role;
    case "specialist":
      return specialistColumn(seat, authors);
  }
}

/** Who reads blind and has not revealed yet: what others say and show would tell the first opinion. */
export const isReadingBlind = ({
  role,
  mode,
  revealedAt,
}: Pick<Seat, "role" | "mode" | "revealedAt">): boolean =>
  role === "specialist" && mode === "blind" && revealedAt === null;

function specialistColumn(seat: Seat, authors: readonly string[] | undefined): Column {
  if (isReadingBlind(seat)) return "blind specialist";
  if (authors) return authors.includes(seat.id) ? "author" : "other specialist";
  return seat.mode === "author" ? "author" : "other specialist";
}

/** "Clinicians" as an audience: not the coordinator, not guests. */
export const isClinician = ({ role }: Pick<Seat, "role">): boolean =>
  role === "referrer" || role === "care-team" || role === "specialist";

export const isPatientSide = ({ role }: Pick<Seat, "role">): boolean =>
  role === "patient" || role === "proxy";
