import { z } from "@hono/zod-openapi";

/** Every reason with which a route refuses, and its status. Closed: each has a sentence in the catalogue. */
export const refusalStatus = {
  "malformed-request": 400,
  // Why a file becomes nothing: the reasons of interchange.
  "empty-file": 422,
  "too-large": 413,
  "not-utf-8": 422,
  "unknown-encoding": 422,
  "not-xml": 422,
  "xml-entities": 422,
  "not-c-cda": 422,
  "too-deep": 422,
  "too-many-values": 422,
  truncated: 422,
  "not-json": 422,
  "not-fhir": 422,
  "other-version": 422,
  "unsupported-bundle": 422,
  "empty-bundle": 422,
  "no-patient": 422,
  "several-patients": 422,
  "single-resource": 422,
  "bundle-not-resource": 422,
  "nothing-to-add": 422,
  "too-much-work": 422,
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
  "no-such-question": 404,
  "no-such-suggestion": 404,
  "no-such-draft": 404,
  "no-such-delivery": 404,
  "no-such-file": 404,
  "no-such-device": 404,
  "no-question": 409,
  "files-missing": 409,
  "range-not-there": 416,
  "claimed-by-another": 409,
  "changed-since": 409,
  "not-now": 409,
  "already-so": 409,
  "reason-needed": 422,
  "last-author": 409,
  "last-coordinator": 409,
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
