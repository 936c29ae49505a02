import type {
  CloseReason,
  OpenedTerms,
  ReadOnlyReason,
  RefusalFate,
  RefusalReason,
} from "@consilium/workspace";
import type { Books } from "../fan-out/books.ts";
import type { OpenDocument } from "../open-document.ts";
import type { Bucket } from "./bucket.ts";
import type { Visitor } from "./rights.ts";

/** A session's way to its client: both doors have one. Nothing but `fan-out` and `seat-session` speaks into it. */
export interface Line {
  readonly opened: (terms: OpenedTerms) => void;
  /** An untouched y-websocket message. */
  readonly message: (bytes: Uint8Array) => void;
  readonly saved: (count: number, sequence: number) => void;
  readonly refused: (count: number, fate: RefusalFate, reason: RefusalReason) => void;
  readonly resync: (vector: Uint8Array) => void;
  readonly close: (reason: CloseReason) => void;
  /** Bytes that the reader has not taken yet. */
  readonly waiting: () => number;
  /** Bytes that it has taken since it came. */
  readonly taken: () => number;
}

/**
 * What this session's write messages are: logged; kept as its author's late draft (SY-14); or dropped and counted
 * (protocol 3.5).
 */
export type Standing = "writes" | "late" | "reads";

/** One person, in one seat, on one document, at one socket. */
export interface Session {
  readonly visitor: Visitor;
  readonly document: OpenDocument;
  readonly line: Line;
  /** The newest schema of documents that this client knows (SY-23). */
  readonly schema: number;
  /** Leased to this person for this Y.Doc (SY-11). A stock client has one of its own making and never hears of it. */
  readonly clientId: number;
  /** arriving: nobody knows yet what it may; it hears nothing. */
  stage: "arriving" | "seated" | "ended";
  standing: Standing;
  readOnly: ReadOnlyReason | undefined;
  /** When its rights are asked again. */
  until: Date | undefined;
  /** What it was last told of itself. */
  terms: OpenedTerms | undefined;
  /** It has sent its step 1: only then is it asked anything. */
  joined: boolean;
  /** Write messages that came in on this connection; "saved" names the first n of them (SY-3). */
  received: number;
  /** Step 1 of ours without an answer yet: a count, because a late answer must not pass for a newer one (SY-12). */
  unanswered: number;
  /** Answers in a row that had a gap. An honest client's answer has none. */
  gaps: number;
  /** It brought other people's content, and was asked again after the tail was read (SY-12). */
  doubted: boolean;
  /** New client ids under which it wrote (SY-11). */
  readonly claims: Set<number>;
  /** The awareness id that it uses. */
  caret: number | undefined;
  readonly caretBucket: Bucket;
  /** Set by the first late frame: every later one is kept too. Each waits for the one before it. */
  late: Promise<void> | undefined;
  /** SY-30: the vector from which it was told nothing more, and how much that is by now. */
  behind: { readonly vector: Uint8Array; bytes: number } | undefined;
  progress: { taken: number; at: number };
  /** Renderings in a row that differed from ours (SY-35). */
  divergences: number;
  readonly books: Books;
}

/** Between the end of its rights and the answer to the new question, nothing of it is taken. */
export const standingAt = ({ standing, until }: Session, now: Date): Standing =>
  until && until <= now ? "reads" : standing;
