import { documentAccess } from "@consilium/clinical";
import {
  addendaOfCase,
  receiptsOfCase,
  reportsOfCase,
  requestRowsOfCases,
  seatsOfCases,
  urgentFindingsOf,
  visitsOfCase,
} from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import type { Visit } from "../api/api-context.ts";
import { opinionOf } from "../report/find-reports.ts";
import type { Services } from "../services.ts";
import { readThreads } from "../thread/read-threads.ts";
import type { Remaining } from "./follow-up-schemas.ts";

type RemainingKind = z.infer<typeof Remaining>["kind"];

/** What is still open when somebody is about to close the case, the gravest first: kinds and numbers, no words. */
export async function remainingOf(services: Services, visit: Visit): Promise<z.infer<typeof Remaining>[]> {
  const { key, row } = visit;
  const { database } = services.open;
  const reports = (await reportsOfCase(database, key)).filter(({ state }) => state === "current");
  const requests = await requestRowsOfCases(database, [row.id]);
  const addenda = await addendaOfCase(database, key);
  const visits = await visitsOfCase(database, key);
  const urgent = await urgentFindingsOf(database, key);
  const now = services.now();
  const counts: Record<RemainingKind, number> = {
    urgent: urgent.filter(({ acknowledgedAt }) => acknowledgedAt === null).length,
    questions: await openQuestions(services, visit),
    visits: visits.filter(({ state }) => state === "open").length,
    "planned-visits": visits.filter(({ state, planned }) => state === "planned" && planned && planned > now)
      .length,
    requests: requests.filter(({ state }) => state === "open").length,
    addenda: addenda.filter(({ signedAt }) => signedAt === null).length,
    unread: await unread(services, visit, reports),
  };
  return Object.entries(counts).flatMap(([kind, count]) =>
    isKind(kind) && count > 0 ? [{ kind, count }] : [],
  );
}

const kinds: ReadonlySet<string> = new Set([
  "urgent",
  "questions",
  "visits",
  "planned-visits",
  "requests",
  "addenda",
  "unread",
] satisfies RemainingKind[]);
const isKind = (kind: string): kind is RemainingKind => kinds.has(kind);

/** Questions of everybody to everybody on the opinions, without an answer. */
async function openQuestions(services: Services, visit: Visit): Promise<number> {
  const anybody = { seatId: "", audiences: ["everyone"] as const, ownOnly: false };
  let count = 0;
  for (const { id, state } of visit.facts.opinions) {
    if (state === "abandoned" || state === "locked") continue;
    const threads = await readThreads(services, visit, `opinion.${id}`, anybody);
    count += threads.filter((thread) => thread.kind === "question" && thread.state.is === "open").length;
  }
  return count;
}

/** People who may read a report that stands and have not opened it: the patient's side and those who treat. */
async function unread(
  services: Services,
  { row, facts }: Visit,
  reports: Awaited<ReturnType<typeof reportsOfCase>>,
): Promise<number> {
  const { database } = services.open;
  const now = services.now();
  const seats = await seatsOfCases(database, [row.id]);
  const receipts = await receiptsOfCase(database, row.id);
  const readers = seats.filter(({ role }) => ["patient", "referrer", "care-team"].includes(role));
  const waiting = readers.filter((seat) =>
    reports.some((report) => {
      const name = { kind: "opinion", id: opinionOf(report) } as const;
      const may = documentAccess(name, seat, facts, now).read !== "no";
      return may && !receipts.some(({ reportId, seatId }) => reportId === report.id && seatId === seat.id);
    }),
  );
  return waiting.length;
}
