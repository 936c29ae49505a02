import {
  type AnswerPlace,
  answerTokenOf,
  type CaseKey,
  type Database,
  findOrganisation,
  findPerson,
  findSeat,
} from "@consilium/database";
import type { Letter } from "../notify/write-letter.ts";
import type { Services } from "../services.ts";
import { type PlaceLetter, writePlaceLetter } from "./write-place-letter.ts";

/** A letter about a place, with its link as long as there is something to open. */
export async function letterOf(
  { origin }: Pick<Services, "origin">,
  transaction: Database,
  key: CaseKey,
  { id, organisationId, seatId }: Pick<AnswerPlace, "id" | "organisationId" | "seatId">,
  { kind, due }: Pick<PlaceLetter, "kind" | "due">,
): Promise<Letter> {
  const programme = await findOrganisation(transaction, organisationId);
  const seat = await findSeat(transaction, seatId);
  const person = seat && (await findPerson(transaction, seat.personId));
  return writePlaceLetter({
    kind,
    due,
    programme: programme?.name ?? "Consilium",
    by: person?.name ?? programme?.name ?? "Consilium",
    zone: programme?.details.zone ?? "UTC",
    link: kind === "withdrawn" ? null : `${origin}/answer#${answerTokenOf(key, id)}`,
  });
}
