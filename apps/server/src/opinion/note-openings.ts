import { parseDocumentName, shareFor } from "@consilium/clinical";
import { type Database, findCase, findSeat, noteShareOpened, readCaseFacts } from "@consilium/database";
import type { Bookkeeping, ReadEntry } from "@consilium/workspace-server";

/** Whoever takes a share back is told who has opened it: also who read the living draft, whose bytes leave by the socket. */
export const noteOpenings = (database: Database, books: Bookkeeping): Bookkeeping => ({
  ...books,
  read: async (entry) => {
    if (entry.part === "first") await noteOpening(database, entry);
    await books.read(entry);
  },
});

async function noteOpening(database: Database, { document, seat: seatId, at }: ReadEntry): Promise<void> {
  const name = parseDocumentName(document.slice(document.indexOf("/") + 1));
  if (name?.kind !== "opinion") return;
  const seat = await findSeat(database, seatId);
  const row = seat && (await findCase(database, seat.caseId));
  if (!row) return;
  const share = shareFor(await readCaseFacts(database, row), name.id, seat);
  if (!share) return;
  const { organisationId, caseId } = seat;
  await noteShareOpened(database, { shareId: share.id, seatId, organisationId, caseId, at });
}
