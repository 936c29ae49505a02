import type { Result } from "@consilium/foundation";
import type { SessionReader } from "../api/api-context.ts";
import type { Seated } from "../api/enter-case.ts";
import type { RefusalReason } from "../api/refusal.ts";
import type { SignedIn } from "../identity/create-identity.ts";
import { Recent } from "./recent.ts";

type Seating = Result<Seated, RefusalReason>;

/**
 * Who hands over files: thousands of them come in a minute, each in a request of its own. Who it is and where they sit is asked once a
 * second, as it is while a piece is on its way, and at once where it may have changed.
 */
export interface Admissions {
  readonly whoAsks: SessionReader;
  readonly seat: (who: readonly (string | undefined)[], ask: () => Promise<Seating>) => Promise<Seating>;
  /** A session ended, or something in a case changed, here or at another server. */
  readonly forget: () => void;
}

/** `now`: milliseconds of a clock that only goes forward. */
export function createAdmissions(whoAsks: SessionReader, now: () => number): Admissions {
  const sessions = new Recent<SignedIn | undefined>((signedIn) => signedIn !== undefined, now);
  const seats = new Recent<Seating>(({ ok }) => ok, now);
  return {
    whoAsks: (headers) => sessions.ask(headers.get("cookie") ?? "", () => whoAsks(headers)),
    seat: (who, ask) => seats.ask(JSON.stringify(who), ask),
    forget: () => {
      sessions.forget();
      seats.forget();
    },
  };
}
