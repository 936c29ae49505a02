import {
  caseDetailsOf,
  deliveriesOfRequest,
  findOrganisation,
  findPerson,
  findRequest,
  findSeat,
} from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import type { Services } from "../services.ts";
import type { AtPlace } from "./enter-place.ts";
import { placeLimits } from "./place-limits.ts";
import type { PlaceAnswer } from "./place-schemas.ts";

export type DescribedPlace = z.infer<typeof PlaceAnswer>;

/**
 * All that leaves by an answer place: who asks, what for, and as much of the patient as it takes to find it. Nothing else of the case,
 * also not what was sent here before.
 */
export async function describePlace(
  { open: { database } }: Pick<Services, "open">,
  { place, row, key }: AtPlace,
): Promise<DescribedPlace> {
  const [request, seat, programme, sent] = await Promise.all([
    findRequest(database, key, place.requestId),
    findSeat(database, place.seatId),
    findOrganisation(database, place.organisationId),
    deliveriesOfRequest(database, key, place.requestId),
  ]);
  const person = seat && (await findPerson(database, seat.personId));
  const { patient } = caseDetailsOf(key, row);
  const came = sent.filter(({ state }) => state !== "arriving" && state !== "cancelled");
  return {
    place: place.id,
    programme: programme?.name ?? "",
    by: person?.name ?? null,
    from: request?.from ?? null,
    what: request?.what ?? "",
    message: request?.message ?? null,
    patient: { initials: patient.initials, born: patient.born },
    due: request?.dueAt?.toISOString() ?? null,
    expires: place.expiresAt.toISOString(),
    sent: came.map(({ id, at, expected }) => ({ id, at: at.toISOString(), files: expected ?? 0 })),
    most: { files: placeLimits.files, bytes: placeLimits.bytes },
    used: { files: place.files, bytes: place.bytes },
  };
}
