import { z } from "@hono/zod-openapi";
import { Instant, Ulid } from "../case/case-schemas.ts";

export const ReportSummary = z
  .object({
    id: Ulid,
    /** Of the case's reports, from 1. */
    n: z.int(),
    opinion: Ulid,
    state: z.enum(["current", "superseded", "retracted"]),
    /** SHA-256 of the canonical report, and the short form that is printed. */
    digest: z.string(),
    code: z.string(),
    signedAt: Instant,
    by: Ulid,
    replaces: Ulid.nullable(),
    changedAt: Instant.nullable(),
    /** Why it no longer stands. */
    reason: z.string().nullable(),
    /** What whoever asks has said of it. */
    own: z.object({ acknowledged: Instant.nullable(), changeSeen: Instant.nullable() }),
    /** Who has opened it. For clinicians and the coordinator. */
    receipts: z.array(z.object({ seat: Ulid, opened: Instant, acknowledged: Instant.nullable() })),
    /** Urgent findings that nobody had when it was signed: who has which since, by the moment when it was raised. */
    takenOnSince: z.array(z.object({ raised: Instant, by: Ulid, at: Instant })),
  })
  .openapi("ReportSummary");

export const FeasibilityAnswer = z
  .object({
    opinion: Ulid,
    /** The recommendation. */
    item: z.string(),
    state: z.enum(["feasible", "not-available", "done", "not-said"]),
    note: z.string().nullable(),
    by: Ulid,
    at: Instant,
    /** It was said of the version that this opinion corrects, and nothing since. */
    isOfEarlier: z.boolean(),
  })
  .openapi("Feasibility");

export const ReportList = z
  .object({ items: z.array(ReportSummary), feasibility: z.array(FeasibilityAnswer) })
  .openapi("ReportList");

export const ReportAnswer = z
  .object({
    summary: ReportSummary,
    /** The canonical report as it was signed, `report/1`. */
    report: z.record(z.string(), z.unknown()),
  })
  .openapi("Report");
