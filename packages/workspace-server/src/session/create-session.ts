import type { Engine } from "../engine.ts";
import { emptyBooks } from "../fan-out/books.ts";
import type { OpenDocument } from "../open-document.ts";
import { fullBucket } from "./bucket.ts";
import { leaseClientId } from "./lease.ts";
import type { Visitor } from "./rights.ts";
import type { Line, Session } from "./session.ts";

export interface Wish {
  /** The newest schema of documents that the client knows; 1 where it did not say. */
  readonly schema: number;
  /** The client id that its Y.Doc bears already. */
  readonly have?: number;
}

export function createSession(
  engine: Engine,
  document: OpenDocument,
  visitor: Visitor,
  line: Line,
  { schema, have }: Wish,
): Session {
  const now = engine.now();
  return {
    visitor,
    document,
    line,
    schema,
    clientId: leaseClientId(document, visitor.person, engine.random, have),
    stage: "arriving",
    standing: "reads",
    readOnly: undefined,
    until: undefined,
    terms: undefined,
    joined: false,
    received: 0,
    unanswered: 0,
    gaps: 0,
    doubted: false,
    claims: new Set(),
    caret: undefined,
    caretBucket: fullBucket(engine.flow.presence, now.getTime()),
    late: undefined,
    behind: undefined,
    progress: { taken: 0, at: now.getTime() },
    divergences: 0,
    books: emptyBooks(now),
  };
}
