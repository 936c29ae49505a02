import type { UrgentFinding } from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import type { ReportSummary } from "./report-schemas.ts";

type Told = Pick<UrgentFinding, "raisedAt" | "acknowledgedAt" | "acknowledgedBy">;

/** Whoever reads in a report that nobody had a finding reads as well who has it since; none of its words are told. */
export const takenOnSince = (
  findings: readonly Told[],
  signedAt: Date,
): z.infer<typeof ReportSummary>["takenOnSince"] =>
  findings.flatMap(({ raisedAt, acknowledgedAt: at, acknowledgedBy: by }) =>
    raisedAt <= signedAt && at && at > signedAt && by
      ? [{ raised: raisedAt.toISOString(), by, at: at.toISOString() }]
      : [],
  );
