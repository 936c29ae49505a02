import type { PersonSeat } from "@consilium/database";
import { canonicalJson } from "@consilium/foundation";
import type { Visit } from "../api/api-context.ts";
import type { Services } from "../services.ts";
import { readThreads } from "../thread/read-threads.ts";
import type { PictureAnchor } from "./wanted-pictures.ts";

/** As a clinician of the case sees the marks on its records. */
const audiences = ["everyone", "clinicians"] as const;

/** Who marked a place, by name: of a mark that is gone, or was somebody's own, nobody is known. */
export async function markAuthors(
  services: Services,
  visit: Visit,
  seats: readonly PersonSeat[],
): Promise<(anchor: PictureAnchor) => string | undefined> {
  const reader = { seatId: visit.seat.id, audiences, ownOnly: false };
  const threads = await readThreads(services, visit, "records", reader);
  const names = new Map(seats.map(({ id, name }) => [id, name]));
  const authors = new Map<string, string>();
  for (const { anchor, by } of threads) {
    const name = names.get(by);
    if (anchor && name !== undefined) authors.set(canonicalJson(anchor), name);
  }
  return (anchor) => authors.get(canonicalJson(anchor));
}
