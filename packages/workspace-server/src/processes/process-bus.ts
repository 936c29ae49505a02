import type { SeatPlace } from "@consilium/workspace";
import type { DocumentId } from "../durable-log/durable-log.ts";

/**
 * What server processes tell each other (SY-33). Each word may be lost, doubled or late: a hint's loss costs latency, a
 * caret's a moment. The log is the truth.
 */
export type Word =
  /** Rows of that document are in the log up to this sequence. */
  | { readonly kind: "committed"; readonly document: DocumentId; readonly sequence: number }
  /** A signed-in session ended. */
  | { readonly kind: "session-ended"; readonly session: string }
  /** All carets of that process in one document; without entries it has none. */
  | { readonly kind: "carets"; readonly document: DocumentId; readonly carets: readonly CaretWord[] }
  /** This process told its readers, at that clock, that the caret is gone, and hears of it again: its client must raise its clock. */
  | {
      readonly kind: "missed";
      readonly document: DocumentId;
      readonly client: number;
      readonly clock: number;
    }
  /** Where the people of that process are in one case, each where their own seat may read. */
  | { readonly kind: "places"; readonly caseId: string; readonly places: readonly SeatPlace[] }
  /** Who is in that case? Whoever has carets or places there says them again. */
  | { readonly kind: "who"; readonly caseId: string };

export interface CaretWord {
  readonly client: number;
  readonly clock: number;
  /** Whose it is. */
  readonly seat: string;
  /** As the process stamped it; "null" says good-bye. */
  readonly state: string;
}

/** To the other processes on the same database, and to nobody else. */
export interface ProcessBus {
  /** Whether it is meant for carets and places, many a second. Without, people see who is at their own process. */
  readonly carriesPresence: boolean;
  /** At once; never throws. */
  readonly say: (word: Word) => void;
  /** From now on what is said of this case is heard. Resolves when it was tried. */
  readonly follow: (caseId: string) => Promise<void>;
  readonly leave: (caseId: string) => void;
}

/** Where there is no other process, or none that is told anything: the look into the log finds what they did. */
export const noBus: ProcessBus = {
  carriesPresence: false,
  say: () => {},
  follow: () => Promise.resolve(),
  leave: () => {},
};
