import type { Engine } from "../engine.ts";
import type { CaseRooms } from "../fan-out/places.ts";
import type { OpenDocuments } from "../open-documents.ts";
import type { Watch } from "../watch-log.ts";
import { hearCarets, letRenew, sayCarets } from "./carets-elsewhere.ts";
import type { Word } from "./process-bus.ts";

export interface Hearing {
  readonly engine: Engine;
  readonly documents: OpenDocuments;
  readonly rooms: CaseRooms;
  readonly watch: Watch;
  readonly endSession: (session: string) => void;
}

/** A word of another process. `from` names the process. */
export function hearWord(
  { engine, documents, rooms, watch, endSession }: Hearing,
  word: Word,
  from: string,
): void {
  switch (word.kind) {
    case "committed":
      return void watch.heard(word.document, word.sequence);
    case "session-ended":
      return endSession(word.session);
    case "carets": {
      const document = documents.get(word.document);
      if (document && document.phase !== "gone") hearCarets(engine, document, from, word.carets);
      return undefined;
    }
    case "missed": {
      const document = documents.get(word.document);
      if (document) letRenew(engine, document, word);
      return undefined;
    }
    case "places":
      return rooms.heardElsewhere(word.caseId, from, word.places);
    case "who":
      for (const document of documents.all())
        if (document.caseId === word.caseId && document.carets.size > 0) sayCarets(engine, document);
      return rooms.sayPlaces(word.caseId);
  }
}
