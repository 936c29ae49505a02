import { parseDocumentName } from "@consilium/clinical";
import type { DocumentId } from "./durable-log/durable-log.ts";
import type { Engine } from "./engine.ts";
import type { CaseRooms } from "./fan-out/places.ts";
import type { OpenDocument } from "./open-document.ts";
import type { OpenDocuments } from "./open-documents.ts";
import { seatSession } from "./session/seat-session.ts";

/** SY-33: what other processes and commands did. A lost hint costs latency, never data. */
export interface Watch {
  /**
   * Compares the open documents with the log: every few seconds, at each new LISTEN connection, also where this is the only
   * process. With a case: a command has committed there (seats, sharing, state, consent, signing), so rights are asked again.
   */
  readonly lookAgain: (caseId?: string) => Promise<void>;
  /** A hint of another process: that document is at that sequence now. */
  readonly heard: (document: DocumentId, sequence: number) => Promise<void>;
}

export function createWatch(engine: Engine, documents: OpenDocuments, rooms: CaseRooms): Watch {
  return {
    lookAgain: async (caseId) => {
      const watched = documents
        .all()
        .filter((document) => caseId === undefined || document.caseId === caseId);
      if (caseId !== undefined) rooms.lookAgain(caseId);
      for (const document of watched) if (document.phase === "loading") document.hinted = true;
      await readMoved(engine, watched);
      if (caseId === undefined) return;
      // Where the authority moved the load asks; this is for rights that end without raising it.
      for (const document of watched)
        for (const session of document.sessions)
          if (document.phase === "open" && session.stage === "seated") void seatSession(engine, session);
    },
    heard: async (id, sequence) => {
      const document = documents.get(id);
      if (document && (document.phase === "loading" || document.sequence < sequence))
        await engine.readTail(document);
      else if (!document && sequence === 1) announceLayer(rooms, id);
    },
  };
}

async function readMoved(engine: Engine, documents: readonly OpenDocument[]): Promise<void> {
  const open = documents.filter(({ phase }) => phase === "open");
  if (open.length === 0) return;
  const heads = await engine.log.heads(open.map(({ id }) => id)).catch((cause: unknown) => {
    for (const { id } of open.slice(0, 1))
      engine.report({ kind: "failed", what: "tail", document: id, cause });
    return undefined;
  });
  for (const document of open) {
    const head = heads?.get(document.id);
    if (head && isElsewhere(document, head)) await engine.readTail(document);
  }
}

const isElsewhere = (
  document: OpenDocument,
  head: { readonly sequence: number; readonly epoch: number; readonly authority: number },
): boolean =>
  head.sequence > document.sequence || head.epoch !== document.epoch || head.authority !== document.authority;

function announceLayer(rooms: CaseRooms, id: DocumentId): void {
  const cut = id.indexOf("/");
  const name = id.slice(cut + 1);
  if (parseDocumentName(name)?.kind === "layer")
    void rooms.tellChanged(id.slice(0, cut), { documents: [name], seats: false, case: false });
}
