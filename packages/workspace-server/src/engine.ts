import type { Clock, Random } from "@consilium/foundation";
import type { Refusal } from "@consilium/workspace";
import type { DocumentId, DurableLog } from "./durable-log/durable-log.ts";
import type { Bookkeeping } from "./fan-out/bookkeeping.ts";
import type { FlowLimits } from "./flow-limits.ts";
import type { OpenDocument } from "./open-document.ts";
import type { ProcessBus } from "./processes/process-bus.ts";
import type { Rights } from "./session/rights.ts";
import type { Step } from "./step.ts";

/** What the outside gives, and what every stage of the way uses. */
export interface Ports {
  readonly log: DurableLog;
  readonly rights: Rights;
  readonly books: Bookkeeping;
  readonly now: Clock;
  readonly random: Random;
  /** To the other processes on the same log. */
  readonly bus: ProcessBus;
  /** Every step, to a test that checks them. */
  readonly observe?: (step: Step) => void;
  /** For the operator, never for the person. */
  readonly report: (incident: Incident) => void;
}

export type Incident =
  /** `what` could not be done with the database. Nobody was told anything that is not so. */
  | {
      readonly kind: "failed";
      readonly what: Failure;
      readonly document: DocumentId;
      readonly cause: unknown;
    }
  /** Two texts under one client id (SY-35): honest code causes it only by a moved socket or a commit in doubt. */
  | { readonly kind: "clock-conflict"; readonly document: DocumentId }
  /** A client shows something else than the server at the same sequence (SY-35). `copy` is the server's whole content. */
  | {
      readonly kind: "diverged";
      readonly document: DocumentId;
      readonly session: string;
      readonly sequence: number;
      readonly copy: Uint8Array;
    }
  | {
      readonly kind: "refused";
      readonly document: DocumentId;
      readonly session: string;
      readonly reason: Refusal;
    }
  /** A bug: a handler threw. Its channel is closed, nothing else. */
  | { readonly kind: "threw"; readonly cause: unknown };

export type Failure = "load" | "tail" | "append" | "snapshot" | "late-draft" | "rights" | "books";

export interface Engine extends Ports {
  readonly flow: FlowLimits;
  /** Something waits in this document's queue. */
  readonly wake: (document: OpenDocument) => void;
  /** What other processes logged (SY-12, SY-33). False: the log did not answer. */
  readonly readTail: (document: OpenDocument) => Promise<boolean>;
  /** SY-4: the one exit. */
  readonly throwAway: (document: OpenDocument) => void;
  /** Entries on their way into the audit. */
  readonly booking: Set<Promise<void>>;
  /** Documents whose carets moved since the last tick. */
  readonly moved: Set<OpenDocument>;
  /** Of them, those in which somebody of this process moved: the other processes are told. */
  readonly movedHere: Set<OpenDocument>;
  /** Its first row: whoever is in the case may want to open it (protocol, kind 9). */
  readonly appeared: (document: OpenDocument) => void;
  /** Its rows are in the log, by this process: once a group, after everybody here was told. */
  readonly committedHere: (document: OpenDocument) => void;
  /** The log holds more of it than before, by this process or another: once a group, after everybody was told. */
  readonly moreCommitted: (document: OpenDocument) => void;
}
