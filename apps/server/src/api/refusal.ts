import { z } from "@hono/zod-openapi";

/** Every reason with which a route refuses, and its status. Closed: each has a sentence in the catalogue. */
export const refusalStatus = {
  "malformed-request": 400,
  "not-json": 400,
  "not-utf8": 400,
  "not-fhir": 422,
  "fhir-truncated": 422,
  "fhir-too-deep": 422,
  "fhir-wrong-version": 422,
  "fhir-xml": 422,
  "fhir-no-patient": 422,
  "signed-out": 401,
  "choose-seat": 403,
  "no-right": 403,
  "seat-ended": 403,
  "foreign-origin": 403,
  "no-such-route": 404,
  "no-such-case": 404,
  "no-such-document": 404,
  "no-such-record": 404,
  "no-such-version": 404,
  "no-such-seat": 404,
  "no-such-share": 404,
  "no-such-person": 404,
  "no-such-moment": 404,
  "claimed-by-another": 409,
  "changed-since": 409,
  "not-now": 409,
  "already-so": 409,
  "reason-needed": 422,
  "last-author": 409,
  "too-big": 413,
  "too-many": 429,
  "database-away": 503,
  internal: 500,
} as const;

export type RefusalReason = keyof typeof refusalStatus;

/** What every refusal answers: the closed reason for programs, the sentence for people. */
export const RefusalAnswer = z
  .object({ refusal: z.string(), sentence: z.string() })
  .openapi("Refusal", { description: "Nothing was done and nothing was lost." });
