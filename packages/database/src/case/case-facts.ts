import type { CaseFacts, ConferenceFacts, OpinionFacts, Share } from "@consilium/clinical";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { conferenceFactsOf } from "../conference/guests.ts";
import type { Database } from "../open-database.ts";
import { document, seat, share } from "../schema/index.ts";
import type { CaseRow } from "./cases.ts";

/** All that the rights of a case depend on. Read inside a transaction that holds the case's row, it cannot move meanwhile. */
export async function readCaseFacts(database: Database, row: CaseRow): Promise<CaseFacts> {
  const documents = await database
    .select()
    .from(document)
    .where(and(eq(document.caseId, row.id), inArray(document.kind, ["opinion", "addendum", "conference"])))
    .orderBy(document.createdAt, document.id);
  const authorSeats = await database
    .select({ id: seat.id })
    .from(seat)
    .where(and(eq(seat.caseId, row.id), eq(seat.role, "specialist"), eq(seat.mode, "author")));
  const authors = authorSeats.map(({ id }) => id);
  return {
    id: row.id,
    organisationId: row.organisationId,
    state: row.state,
    interrupted: row.pausedFrom,
    opinions: documents.filter(({ kind }) => kind === "opinion").map((found) => opinionFacts(found, authors)),
    shares: await readShares(database, row.id),
    addenda: documents
      .filter(({ kind }) => kind === "addendum")
      .map((found) => ({
        id: idOf(found.name),
        signed: found.state === "frozen",
        authors: authorsOf(found, authors),
      })),
    conferences: await readConferences(database, row.id, documents),
  };
}

type DocumentRow = typeof document.$inferSelect;

const idOf = (name: string): string => name.slice(name.indexOf(".") + 1);

/** A draft of its own belongs to its seat alone; the others to all authors of the case. */
const authorsOf = ({ ownerSeatId }: DocumentRow, authors: readonly string[]): readonly string[] =>
  ownerSeatId === null ? authors : [ownerSeatId];

const opinionStates = { open: "draft", frozen: "signed", abandoned: "abandoned" } as const;

const opinionFacts = (row: DocumentRow, authors: readonly string[]): OpinionFacts => ({
  id: idOf(row.name),
  lead: row.lead,
  state: row.state === "frozen" && row.ownerSeatId !== null ? "locked" : opinionStates[row.state],
  authors: authorsOf(row, authors),
});

async function readConferences(
  database: Database,
  caseId: string,
  documents: readonly DocumentRow[],
): Promise<ConferenceFacts[]> {
  const ids = documents.filter(({ kind }) => kind === "conference").map(({ name }) => idOf(name));
  if (ids.length === 0) return [];
  const rows = await conferenceFactsOf(database, caseId);
  return ids.map((id) => {
    const found = rows.get(id) ?? [];
    const row = found[0]?.row;
    return {
      id,
      live: row?.state === "live",
      shared: row?.notesSharedAt != null,
      presented: row?.state === "live" ? row.presented : null,
      guests: found.flatMap(({ guest }) => guest ?? []),
    };
  });
}

async function readShares(database: Database, caseId: string): Promise<Share[]> {
  const rows = await database
    .select({ share, name: document.name })
    .from(share)
    .innerJoin(document, eq(document.id, share.documentId))
    .where(and(eq(share.caseId, caseId), isNull(share.endedAt)))
    .orderBy(share.at);
  return rows.map(({ share: row, name }) => ({
    id: row.id,
    opinionId: idOf(name),
    audience: row.audience,
    mode: row.mode,
    version: row.versionN,
    fromSequence: row.fromSequence,
    at: row.at,
  }));
}
