import { readRows } from "@consilium/database";
import type { LogRow } from "@consilium/workspace";
import type { DocumentId } from "@consilium/workspace-server";
import type { Services } from "../services.ts";

const rowsAtOnce = 2_000;

/** Of a document's log the rows after a sequence, unsealed, some thousands at a time. */
export async function* readLogRows(
  { open, keys }: Pick<Services, "open" | "keys">,
  document: DocumentId,
  after: number,
): AsyncGenerator<readonly LogRow[]> {
  for (let last = after; ;) {
    const range = { after: last, to: Number.MAX_SAFE_INTEGER, limit: rowsAtOnce };
    const rows = await readRows(open.pool, keys, document, range);
    last = rows.at(-1)?.sequence ?? last;
    if (rows.length > 0)
      yield rows.map(({ sequence, seat, person, at, bytes }) => ({
        sequence,
        seatId: seat,
        personId: person,
        at: at.getTime(),
        bytes,
      }));
    if (rows.length < rowsAtOnce) return;
  }
}
