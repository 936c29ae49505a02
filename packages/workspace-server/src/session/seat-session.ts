import type { OpenedTerms } from "@consilium/workspace";
import type { Engine } from "../engine.ts";
import { bookedBy } from "../fan-out/books.ts";
import { dismiss } from "../fan-out/tell.ts";
import type { OpenDocument } from "../open-document.ts";
import { answerJoin, askAgain } from "./join.ts";
import type { DocumentRights } from "./rights.ts";
import type { Session, Standing } from "./session.ts";

/** What the rights say now, or why nobody can know. The first time the reading is booked, before its first byte. */
export async function askRights(engine: Engine, session: Session): Promise<DocumentRights | "unknown"> {
  const { visitor, document } = session;
  let what: "rights" | "books" = "rights";
  try {
    const rights = await engine.rights.onDocument(visitor, document.name);
    if (rights.mayRead && session.stage === "arriving") {
      what = "books";
      const booked = bookedBy(session, engine.now());
      await engine.books.read({ ...booked, part: "first", from: 0, to: document.sequence, bytes: 0 });
    }
    return rights;
  } catch (cause) {
    engine.report({ kind: "failed", what, document: document.id, cause });
    return "unknown";
  }
}

/** A session comes in, or its rights may have changed while the document stayed as it is. */
export async function seatSession(engine: Engine, session: Session): Promise<void> {
  const { document } = session;
  const { content } = document;
  const rights = await askRights(engine, session);
  // Thrown away meanwhile: the load asks again, and knows a newer authority.
  if (document.content !== content || document.phase !== "open") return;
  grant(engine, session, rights, "same content");
}

/** After a load, step 1 is sent again: what the queue lost comes back in its answer (SY-4). */
export function grant(
  engine: Engine,
  session: Session,
  rights: DocumentRights | "unknown",
  occasion: "loaded" | "same content",
): void {
  if (session.stage === "ended") return;
  if (rights === "unknown") return dismiss(engine, session, "log-unavailable");
  if (!rights.mayRead) return dismiss(engine, session, rights.reason);
  const before = session.stage === "arriving" ? undefined : session.standing;
  session.stage = "seated";
  session.until = rights.until;
  applyStanding(session, rights);
  tellTerms(session);
  const { document } = session;
  const vector = document.asked.get(session);
  document.asked.delete(session);
  if (vector) answerJoin(engine, session, vector);
  const isNew = occasion === "loaded" || before === undefined || before === "reads";
  if (session.joined && isNew && session.standing !== "reads") askAgain(engine, session);
  if (before === undefined && document.carets.size + document.elsewhere.size > 0) engine.moved.add(document);
}

function applyStanding(session: Session, rights: DocumentRights & { mayRead: true }): void {
  const isOld = session.schema < session.document.schema;
  session.standing = standingOf(rights, isOld);
  session.readOnly =
    session.standing === "writes" ? undefined : isOld ? "schema-too-old" : (rights.reason ?? "no-right");
}

/** An app that does not know the document's schema would delete what it does not know, so nothing of it is taken (SY-23). */
function standingOf(rights: DocumentRights & { mayRead: true }, isOld: boolean): Standing {
  if (isOld) return "reads";
  if (rights.mayWrite) return "writes";
  return rights.couldWriteBefore ? "late" : "reads";
}

/** Whether the session stands as it stood; where not it is told, before any content that caused it (protocol 2). */
export function tellTerms(session: Session): void {
  const { document, terms, standing, readOnly } = session;
  const now: OpenedTerms = {
    clientId: session.clientId,
    epoch: document.epoch,
    schema: document.schema,
    sequence: document.sequence,
    mayWrite: standing === "writes",
    ...(readOnly && { reason: readOnly }),
  };
  const isSame =
    terms?.mayWrite === now.mayWrite &&
    terms.epoch === now.epoch &&
    terms.schema === now.schema &&
    terms.reason === now.reason;
  if (isSame) return;
  session.terms = now;
  session.line.opened(now);
}

/** A newer editor's document came in by the tail: who does not know its schema reads from now on. */
export function lowerOldApps(document: OpenDocument): void {
  for (const session of document.sessions) {
    if (session.stage !== "seated") continue;
    if (session.schema < document.schema) {
      session.standing = "reads";
      session.readOnly = "schema-too-old";
    }
    tellTerms(session);
  }
}
