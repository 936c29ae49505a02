import { parseDocumentName } from "@consilium/clinical";
import { findCase, placeOf, readCaseFacts, seatsOfCases } from "@consilium/database";
import type { DocumentId } from "@consilium/workspace-server";
import { notify } from "../notify/notify.ts";
import type { Services } from "../services.ts";
import { readerOf, readThreads } from "./read-threads.ts";
import { type ThreadTelling, threadsToTell } from "./threads-to-tell.ts";

/** Tells people of questions and answers that are written into layers: no command is given there. */
export interface ThreadTeller {
  /** The log holds more of a document. At once; never throws. */
  readonly committed: (document: DocumentId) => void;
  /** Resolves when nothing is looked at any more. What was written last is told when the layer is written again. */
  readonly close: () => Promise<void>;
}

/** Milliseconds: whoever takes a remark back at once has told nobody. */
const rest = 5000;

/** Looks at a layer once it rests. What one server has told another does not tell again. */
export function tellThreads(services: Services, failed: (cause: unknown) => void): ThreadTeller {
  const resting = new Map<DocumentId, NodeJS.Timeout>();
  const looking = new Set<Promise<void>>();
  const look = (document: DocumentId) => {
    resting.delete(document);
    const done = tellOf(services, document)
      .catch(failed)
      .finally(() => looking.delete(done));
    looking.add(done);
  };
  return {
    committed: (document) => {
      if (placeOf(document).kind !== "layer" || resting.has(document)) return;
      const timer = setTimeout(() => look(document), rest);
      timer.unref();
      resting.set(document, timer);
    },
    close: async () => {
      for (const timer of resting.values()) clearTimeout(timer);
      resting.clear();
      await Promise.all(looking);
    },
  };
}

async function tellOf(services: Services, document: DocumentId): Promise<void> {
  const cut = document.indexOf("/");
  const caseId = document.slice(0, cut);
  const layer = parseDocumentName(document.slice(cut + 1));
  if (layer?.kind !== "layer" || layer.audience === "private") return;
  const { database } = services.open;
  const row = await findCase(database, caseId);
  const seats = await seatsOfCases(database, [caseId]);
  const writer = seats.find(({ id }) => id === layer.seat);
  if (!row?.wrappedKey || !writer) return;
  const facts = await readCaseFacts(database, row);
  const threads = await readThreads(services, { row, facts }, layer.target, readerOf(writer));
  const now = services.now();
  const tellings = threadsToTell({ threads, writer, seats, facts, now });
  let told = 0;
  for (const telling of tellings) told += await say(services, row, telling, now);
  if (told > 0) await services.told();
}

const say = (
  { open, createId }: Services,
  row: { readonly id: string; readonly organisationId: string },
  { kind, thread, entry, seats }: ThreadTelling,
  at: Date,
): Promise<number> =>
  open.database.transaction((transaction) =>
    notify(
      transaction,
      row,
      { kind, subject: thread, seats, once: `thread/${row.id}/${entry}` },
      { createId, at },
    ),
  );
