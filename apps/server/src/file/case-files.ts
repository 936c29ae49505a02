import type { CaseKey } from "@consilium/database";
import type { ByteRange } from "./byte-range.ts";

/** Files of cases, sealed under the case's key wherever they lie. */
export interface CaseFiles {
  /** Seals what comes and puts it away under a new id. Of what broke off nothing stays. */
  readonly put: (
    key: CaseKey,
    id: string,
    source: AsyncIterable<Uint8Array>,
  ) => Promise<{ readonly sha256: string; readonly bytes: number }>;
  /** Only what was not changed leaves: each piece is proved before it is handed out. */
  readonly read: (key: CaseKey, id: string, range: ByteRange) => AsyncIterable<Uint8Array>;
  readonly remove: (ids: readonly string[]) => Promise<void>;
}
