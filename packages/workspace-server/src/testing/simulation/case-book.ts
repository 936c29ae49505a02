import {
  type CaseFacts,
  documentAccess,
  parseDocumentName,
  type Seat,
  type ShareAudience,
  type ShareMode,
} from "@consilium/clinical";
import { rightsOfSeat } from "../../session/rights-of-seat.ts";
import type { Rights, Visitor } from "../../session/rights.ts";
import { caseId, opinionId, opinionName, visitorNamed } from "../test-ports.ts";
import { type PageRights, rightsOnPage } from "./page-rights.ts";
import { authors, documents, people, type Person, seatOf } from "./people.ts";

/** The case as its commands left it: seats, shares, state. What the real server reads from the database. */
export interface CaseBook {
  readonly rights: Rights;
  readonly facts: () => CaseFacts;
  readonly visitorOf: (person: Person) => Visitor;
  readonly isSeated: (person: Person) => boolean;
  /** By the page, now. */
  readonly allowed: (seat: string, document: string) => PageRights;
  /** The last moment at which a seat might read a document, in commits and commands so far; -1: it never might. */
  readonly lastRead: (seat: string, document: string) => number;
  readonly change: (facts: Partial<CaseFacts>) => void;
  readonly share: (audience: ShareAudience, mode: ShareMode) => void;
  readonly endSeat: (person: Person) => void;
  readonly giveSeat: (person: Person) => void;
  /** The signed-in session is another one now. Returns the one that ended. */
  readonly signOut: (person: Person) => string;
}

interface Book {
  facts: CaseFacts;
  readonly seats: Map<string, Seat>;
  readonly newest: Map<Person, Seat>;
  readonly sessions: Map<Person, number>;
  readonly lastRead: Map<string, number>;
}

/** `moment` counts what happens: each command and each commit has a number of its own. */
export function createCaseBook(now: () => Date, moment: () => number): CaseBook {
  const book = openBook(now());
  const allowed = (seat: string, document: string): PageRights => {
    const found = book.seats.get(seat);
    if (!found) throw new Error(`nobody sits on ${seat}`);
    return rightsOnPage(document, found, book.facts, now());
  };
  const noteReaders = () => {
    for (const seat of book.seats.keys())
      for (const document of documents)
        noteReader(book, seat, document, allowed(seat, document).read, moment());
  };
  const changed = (change: () => void) => {
    change();
    noteReaders();
  };
  noteReaders();
  return {
    rights: rightsIn(book, now),
    facts: () => book.facts,
    visitorOf: (person) => visitorIn(book, person),
    isSeated: (person) => book.newest.get(person)?.to === null,
    allowed,
    lastRead: (seat, document) => book.lastRead.get(`${seat} ${document}`) ?? -1,
    change: (facts) => changed(() => (book.facts = { ...book.facts, ...facts })),
    share: (audience, mode) => changed(() => share(book, audience, mode, now())),
    endSeat: (person) => changed(() => sit(book, person, { ...newestOf(book, person), to: now() })),
    giveSeat: (person) => changed(() => giveSeat(book, person, now())),
    signOut: (person) => {
      const { session } = visitorIn(book, person);
      book.sessions.set(person, (book.sessions.get(person) ?? 0) + 1);
      return session;
    },
  };
}

function openBook(now: Date): Book {
  const seats = people.map((person) => [person, seatOf(person, 0, now)] as const);
  const idsOf = (some: readonly Person[]) =>
    seats.flatMap(([person, { id }]) => (some.includes(person) ? [id] : []));
  return {
    facts: {
      id: caseId,
      organisationId: seatOf("ada", 0, now).organisationId,
      state: "draft",
      interrupted: null,
      opinions: [{ id: opinionId, lead: true, state: "draft", authors: idsOf(authors) }],
      shares: [],
      addenda: [],
      conferences: [],
    },
    seats: new Map(seats.map(([, seat]) => [seat.id, seat])),
    newest: new Map(seats),
    sessions: new Map(),
    lastRead: new Map(),
  };
}

function newestOf({ newest }: Book, person: Person): Seat {
  const seat = newest.get(person);
  if (!seat) throw new Error(`${person} never had a seat`);
  return seat;
}

function sit(book: Book, person: Person, seat: Seat): void {
  book.newest.set(person, seat);
  book.seats.set(seat.id, seat);
}

/** A seat that ended stays ended: another one is given, and among the authors it takes the old one's place. */
function giveSeat(book: Book, person: Person, now: Date): void {
  const old = newestOf(book, person);
  const turns = [...book.seats.values()].filter(({ personId }) => personId === person).length;
  const seat = seatOf(person, turns, now);
  sit(book, person, seat);
  const opinions = book.facts.opinions.map((opinion) => ({
    ...opinion,
    authors: opinion.authors.map((author) => (author === old.id ? seat.id : author)),
  }));
  book.facts = { ...book.facts, opinions };
}

function share(book: Book, audience: ShareAudience, mode: ShareMode, at: Date): void {
  const others = book.facts.shares.filter((one) => one.audience !== audience);
  const version = mode === "live" ? null : 1;
  const fresh = { id: `share with ${audience}`, opinionId, audience, mode, version, fromSequence: 0, at };
  book.facts = { ...book.facts, shares: [...others, fresh] };
}

function noteReader(
  { lastRead }: Book,
  seat: string,
  document: string,
  mayRead: boolean,
  moment: number,
): void {
  const key = `${seat} ${document}`;
  if (mayRead) lastRead.set(key, Infinity);
  else if (lastRead.get(key) === Infinity) lastRead.set(key, moment);
}

function visitorIn(book: Book, person: Person): Visitor {
  const session = `session ${book.sessions.get(person) ?? 0} of ${person}`;
  return visitorNamed(person, { session, seat: newestOf(book, person).id });
}

/** The sync server's own rights: the code that the page is compared with. */
function rightsIn(book: Book, now: () => Date): Rights {
  return {
    onDocument: ({ seat: id }, document) => {
      const name = parseDocumentName(document);
      const seat = book.seats.get(id);
      if (!name || !seat) return Promise.resolve({ mayRead: false, reason: "unknown-document" });
      return Promise.resolve(rightsOfSeat(name, seat, book.facts, now()));
    },
    sightOf: ({ seat: id }, target) => {
      const name = parseDocumentName(target);
      const seat = book.seats.get(id);
      const isRead = name && seat && documentAccess(name, seat, book.facts, now()).read === "live";
      return Promise.resolve(isRead ? "everybody" : "nobody");
    },
    resolveName: (_, name) => Promise.resolve(name === "opinion" ? opinionName : name),
  };
}
