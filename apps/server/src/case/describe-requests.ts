import { type CaseKey, type requestRowsOfCases, requestWordsOf } from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import type { RecordRequest } from "./case-schemas.ts";
import { instant } from "./describe-clocks.ts";

type RequestRow = Awaited<ReturnType<typeof requestRowsOfCases>>[number];

const states = {
  open: "open",
  received: "here",
  unavailable: "unavailable",
  "not-applicable": "not-applicable",
} as const;

/** A request that was taken back is not shown. */
export function describeRequests(key: CaseKey, rows: readonly RequestRow[]): z.infer<typeof RecordRequest>[] {
  return rows.flatMap((row) => {
    if (row.state === "withdrawn") return [];
    const { what, from, answeredBy = null } = requestWordsOf(key, row);
    return [
      {
        id: row.id,
        what,
        from,
        asked: row.askedAt.toISOString(),
        due: instant(row.dueAt),
        state: states[row.state],
        required: row.required,
        answered: instant(row.answeredAt),
        answeredBy,
      },
    ];
  });
}
