import { createSeededRandom } from "@consilium/foundation";
import { createMemoryLog, type MemoryLog } from "../durable-log/memory-log.ts";
import type { Incident } from "../engine.ts";
import type { Bookkeeping, ReadEntry, RefusalEntry, WriteEntry } from "../fan-out/bookkeeping.ts";
import type { DocumentRights, Rights, Sight, Visitor } from "../session/rights.ts";
import type { WorkspaceOptions } from "../workspace-server.ts";

export const opinionId = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
export const opinionName = `opinion.${opinionId}`;
export const caseId = "01ARZ3NDEKTSV4RRFFQ69G5FCA";
export const opinionDocument = `${caseId}/${opinionName}` as const;

export const visitorNamed = (person: string, change: Partial<Visitor> = {}): Visitor => ({
  session: `session of ${person}`,
  person,
  seat: `seat of ${person}`,
  name: person,
  caseId,
  expires: new Date("2100-01-01"),
  ...change,
});

export const mayWrite = {
  mayRead: true,
  mayWrite: true,
  couldWriteBefore: true,
} as const satisfies DocumentRights;
export const mayRead = {
  mayRead: true,
  mayWrite: false,
  couldWriteBefore: false,
  reason: "no-right",
} as const satisfies DocumentRights;
export const mayNoMore = {
  mayRead: true,
  mayWrite: false,
  couldWriteBefore: true,
  reason: "signed",
} as const satisfies DocumentRights;
export const noRight = { mayRead: false, reason: "no-right" } as const satisfies DocumentRights;

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Everything that a server needs, held in memory; what it said to its ports is kept. */
export interface TestPorts extends WorkspaceOptions {
  readonly log: MemoryLog;
  /** By person; whoever is not in it may write. */
  readonly rights: Mutable<Rights>;
  readonly books: Mutable<Bookkeeping>;
  readonly seats: Map<string, DocumentRights>;
  readonly unseen: Set<string>;
  /** By person; whoever is not in it sees everybody. */
  readonly sights: Map<string, Sight>;
  readonly incidents: Incident[];
  readonly booked: { reads: ReadEntry[]; writes: WriteEntry[]; refusals: RefusalEntry[] };
  readonly time: { now: number };
}

export function createTestPorts(
  log: MemoryLog = createMemoryLog(),
  change: Partial<Omit<WorkspaceOptions, "log" | "rights">> = {},
): TestPorts {
  const seats = new Map<string, DocumentRights>();
  const unseen = new Set<string>();
  const sights = new Map<string, Sight>();
  const incidents: Incident[] = [];
  const booked: TestPorts["booked"] = { reads: [], writes: [], refusals: [] };
  const time = { now: Date.UTC(2026, 10, 24) };
  const rights: Mutable<Rights> = {
    onDocument: ({ person }) => Promise.resolve(seats.get(person) ?? mayWrite),
    sightOf: ({ person }, target) =>
      Promise.resolve(unseen.has(`${person} ${target}`) ? "nobody" : (sights.get(person) ?? "everybody")),
    resolveName: (_, name) => Promise.resolve(name === "opinion" ? opinionName : name),
  };
  return {
    log,
    rights,
    books: { read: keep(booked.reads), wrote: keep(booked.writes), refused: keep(booked.refusals) },
    now: () => new Date(time.now),
    random: createSeededRandom(7),
    report: (incident) => incidents.push(incident),
    seats,
    unseen,
    sights,
    incidents,
    booked,
    time,
    ...change,
  };
}

const keep =
  <Entry>(list: Entry[]) =>
  (entry: Entry) => {
    list.push(entry);
    return Promise.resolve();
  };

/** Lets everything that was begun go on, as far as it needs nothing from outside. */
export async function breathe(turns = 40): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
}
