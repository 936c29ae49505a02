import type { Engine } from "./engine.ts";
import { balanceBooks } from "./fan-out/books.ts";
import { tellMoved } from "./fan-out/carets.ts";
import type { CaseRooms } from "./fan-out/places.ts";
import { careForSlowReaders } from "./fan-out/slow-readers.ts";
import { dismiss, tellCarets } from "./fan-out/tell.ts";
import type { OpenDocuments } from "./open-documents.ts";
import { missSilentProcesses, sayCarets } from "./processes/carets-elsewhere.ts";
import type { Following } from "./processes/following.ts";
import { seatSession } from "./session/seat-session.ts";
import type { Session } from "./session/session.ts";

/** What must be called from time to time. The server has no timer of its own; `keepTime` is for whoever wants one. */
export interface Housekeeping {
  /** Every 50 ms: carets, places that were not told at once, and readers that were slow. */
  readonly tick: () => Promise<void>;
  /** Every second: rights and sessions that end by themselves, and the audit's minutes. */
  readonly second: () => void;
  /** Every 15 s: stock clients leave after 30 s of silence; idle documents leave memory. */
  readonly beat: () => void;
}

export function createHousekeeping(
  engine: Engine,
  documents: OpenDocuments,
  rooms: CaseRooms,
  following: Following,
): Housekeeping {
  return {
    tick: async () => {
      if (engine.bus.carriesPresence) for (const document of engine.movedHere) sayCarets(engine, document);
      engine.movedHere.clear();
      for (const document of engine.moved) tellMoved(engine, document);
      engine.moved.clear();
      for (const document of documents.all()) careForSlowReaders(engine, document);
      await rooms.tick();
    },
    second: () => {
      rooms.second();
      for (const document of documents.all()) {
        // What was said is said again: whoever hears nothing for some seconds takes this process for gone.
        if (document.carets.size > 0) engine.movedHere.add(document);
        missSilentProcesses(engine, document);
      }
      const now = engine.now();
      for (const connection of rooms.connections())
        if (connection.visitor.expires <= now) connection.close("session-ended");
      for (const { sessions } of documents.all())
        for (const session of sessions) lookAfter(engine, session, now);
    },
    beat: () => {
      rooms.beat();
      for (const document of documents.all()) {
        for (const session of document.sessions) tellCarets(engine, session);
        documents.forgetIdle(document);
      }
      following.leaveEmpty(casesHere(documents, rooms));
    },
  };
}

const casesHere = (documents: OpenDocuments, rooms: CaseRooms): ReadonlySet<string> =>
  new Set([
    ...documents.all().map(({ caseId }) => caseId),
    ...rooms.connections().map(({ visitor }) => visitor.caseId),
  ]);

function lookAfter(engine: Engine, session: Session, now: Date): void {
  if (session.visitor.expires <= now) return dismiss(engine, session, "session-ended");
  if (session.stage !== "seated") return;
  balanceBooks(engine, session);
  if (session.until && session.until <= now && session.document.phase === "open")
    void seatSession(engine, session);
}
