import { isSeated, offerState, type WaitingCase } from "@consilium/clinical";
import {
  type NumberedCase,
  offersOfCases,
  openVisits,
  requestRowsOfCases,
  seatsOfCases,
} from "@consilium/database";
import type { Services } from "../services.ts";
import type { ReportOfCase } from "./read-reports.ts";
import type { NumberedRows } from "./read-rows.ts";

type RequestRow = Awaited<ReturnType<typeof requestRowsOfCases>>[number];

export interface WaitingRows {
  readonly waiting: readonly WaitingCase[];
  /** Of each case, those that were not taken back. */
  readonly requests: ReadonlyMap<string, readonly RequestRow[]>;
}

/** What each case waits for, from who has it, what was asked for, and who has opened its report. */
export async function readWaiting(
  { open: { database } }: Pick<Services, "open">,
  { cases, steps }: NumberedRows,
  reports: readonly ReportOfCase[],
  now: Date,
): Promise<WaitingRows> {
  const ids = cases.map(({ id }) => id);
  const [seats, offers, requests, visits] = await Promise.all([
    seatsOfCases(database, ids),
    offersOfCases(database, ids),
    requestRowsOfCases(database, ids),
    openVisits(database, ids),
  ]);
  const authored = new Set(
    seats
      .filter((seat) => seat.role === "specialist" && seat.mode === "author" && isSeated(seat, now))
      .map(({ caseId }) => caseId),
  );
  const offered = new Set(
    offers.filter(({ offer }) => offerState(offer, now) === "offered").map(({ offer: { caseId } }) => caseId),
  );
  const kept = Map.groupBy(
    requests.filter(({ state }) => state !== "withdrawn"),
    ({ caseId }) => caseId,
  );
  const wished = Map.groupBy(visits, ({ caseId }) => caseId);
  const opened = new Map(reports.map((report) => [report.caseId, report]));
  const describe = ({ id, state, submittedAt }: NumberedCase): WaitingCase => ({
    state,
    since: steps.get(id)?.at(-1)?.at ?? submittedAt,
    hasAuthor: authored.has(id),
    isOffered: offered.has(id),
    openRequests: (kept.get(id) ?? []).filter((request) => request.state === "open").length,
    isOpenedByTreating: (opened.get(id)?.openedByTreatingAt ?? null) !== null,
    isOpenedByPatient: (opened.get(id)?.openedByPatientAt ?? null) !== null,
    visitSince: wished.get(id)?.[0]?.at ?? null,
  });
  return { waiting: cases.map(describe), requests: kept };
}
