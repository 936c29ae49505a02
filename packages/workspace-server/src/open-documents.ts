import { type DocumentKind, parseDocumentName } from "@consilium/clinical";
import { isOut } from "./admission/flow.ts";
import type { DocumentId } from "./durable-log/durable-log.ts";
import { documentId, emptyDocument, loadDocument } from "./durable-log/load-document.ts";
import { snapshotIfDue } from "./durable-log/take-snapshot.ts";
import type { Engine } from "./engine.ts";
import type { OpenDocument } from "./open-document.ts";
import { createSession, type Wish } from "./session/create-session.ts";
import type { Visitor } from "./session/rights.ts";
import { seatSession } from "./session/seat-session.ts";
import type { Line, Session } from "./session/session.ts";

/** The documents that this process holds in memory. */
export interface OpenDocuments {
  readonly all: () => readonly OpenDocument[];
  readonly get: (id: DocumentId) => OpenDocument | undefined;
  /** A session comes in. Undefined: not here, not for this seat; the line was told. Never throws. */
  readonly enter: (visitor: Visitor, name: string, wish: Wish, line: Line) => Promise<Session | undefined>;
  readonly throwAway: (document: OpenDocument) => void;
  /** SY-34. */
  readonly forgetIdle: (document: OpenDocument) => void;
}

/** `follow`: what other processes say of that case is heard from now on. */
export function createOpenDocuments(engine: () => Engine, follow: (caseId: string) => void): OpenDocuments {
  const documents = new Map<DocumentId, OpenDocument>();

  async function load(document: OpenDocument): Promise<void> {
    await loadDocument(engine(), document);
    if (document.phase === "gone" && documents.get(document.id) === document) documents.delete(document.id);
  }

  function open(caseId: string, name: string, kind: DocumentKind): OpenDocument {
    const found = documents.get(documentId(caseId, name));
    if (found && found.phase !== "gone") return found;
    const document = emptyDocument(caseId, name, kind);
    documents.set(document.id, document);
    follow(caseId);
    void load(document);
    return document;
  }

  return {
    all: () => [...documents.values()],
    get: (id) => documents.get(id),
    throwAway: (document) => {
      if (document.phase === "open") void load(document);
    },
    enter: async (visitor, given, wish, line) => {
      const name = await admittedName(engine(), visitor, given, line, (id) => documents.get(id));
      if (name === undefined) return undefined;
      const document = open(visitor.caseId, name.text, name.kind);
      const session = createSession(engine(), document, visitor, line, wish);
      document.sessions.add(session);
      if (document.phase === "open") void seatSession(engine(), session);
      return session;
    },
    forgetIdle: (document) => {
      if (document.phase !== "open" || document.sessions.size > 0 || document.queue.length > 0) return;
      snapshotIfDue(engine(), document, engine().flow.snapshotRowsIdle);
      document.phase = "gone";
      documents.delete(document.id);
      document.content.destroy();
    },
  };
}

/**
 * The document behind a name. One that is not open is opened only for who may read it: opening makes its row, and a stranger
 * makes none. The rights that count are asked again, after the log was read.
 */
async function admittedName(
  engine: Engine,
  visitor: Visitor,
  given: string,
  line: Line,
  openDocument: (id: DocumentId) => OpenDocument | undefined,
): Promise<{ readonly text: string; readonly kind: DocumentKind } | undefined> {
  const { rights, report } = engine;
  const { caseId } = visitor;
  try {
    const text = await rights.resolveName(caseId, given);
    const kind = text === undefined ? undefined : parseDocumentName(text)?.kind;
    if (text === undefined || kind === undefined) {
      line.close("unknown-document");
      return undefined;
    }
    const open = openDocument(documentId(caseId, text));
    if (open && isOut(engine, open, visitor.person)) {
      line.close("too-fast");
      return undefined;
    }
    if (open) return { text, kind };
    const first = await rights.onDocument(visitor, text);
    if (first.mayRead) return { text, kind };
    line.close(first.reason);
  } catch (cause) {
    report({ kind: "failed", what: "rights", document: documentId(caseId, given), cause });
    line.close("log-unavailable");
  }
  return undefined;
}
