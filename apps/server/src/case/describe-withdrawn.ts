import type { Seat } from "@consilium/clinical";
import { type CaseKey, type requestRowsOfCases, requestWordsOf } from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import type { WithdrawnRequest } from "./case-schemas.ts";
import { readsBlind } from "./reads-blind.ts";

type RequestRow = Awaited<ReturnType<typeof requestRowsOfCases>>[number];

/** Requests that were taken back. Who reads blind is not told why. */
export const describeWithdrawn = (
  key: CaseKey,
  rows: readonly RequestRow[],
  seat: Pick<Seat, "role" | "mode" | "revealedAt">,
): z.infer<typeof WithdrawnRequest>[] =>
  rows.flatMap((row) => {
    if (row.state !== "withdrawn" || row.answeredAt === null) return [];
    const { what, item, answer, answeredBy } = requestWordsOf(key, row);
    return [
      {
        id: row.id,
        item: item ?? null,
        what,
        at: row.answeredAt.toISOString(),
        by: answeredBy ?? null,
        because: readsBlind(seat) ? null : answer,
      },
    ];
  });
