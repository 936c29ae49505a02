import type { CaseFacts, Seat } from "@consilium/clinical";
import type { CaseKey, CaseRow } from "@consilium/database";
import type { SignedIn } from "../identity/create-identity.ts";

/** Reads the session behind a request's cookie, from the database each time: a revoked one ends at once. */
export type SessionReader = (headers: Headers) => Promise<SignedIn | undefined>;

/** Somebody in one seat of one case, and what their rights depend on. */
export interface Visit {
  readonly seat: Seat;
  readonly row: CaseRow;
  readonly facts: CaseFacts;
  readonly key: CaseKey;
}

/** What the middleware puts into Hono's context. */
export interface ApiEnvironment {
  readonly Variables: { signedIn: SignedIn; visit: Visit };
}
