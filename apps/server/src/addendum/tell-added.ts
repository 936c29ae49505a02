import { documentAccess, isPatientSide, type Seat } from "@consilium/clinical";
import { receiptsOfCase, type StoredReport, seatsOfCases } from "@consilium/database";
import type { Visit } from "../api/api-context.ts";
import type { Scope } from "../command/run-command.ts";
import { opinionOf } from "../report/find-reports.ts";
import type { Services } from "../services.ts";
import { readerOf, readThreads } from "../thread/read-threads.ts";

/** Seats whose question about a report has no answer in its thread: an addendum may be the answer. */
export async function whoAsks(
  services: Services,
  visit: Visit,
  report: Pick<StoredReport, "documentId">,
): Promise<readonly string[]> {
  const threads = await readThreads(services, visit, `opinion.${opinionOf(report)}`, readerOf(visit.seat));
  return threads.flatMap(({ kind, state, by }) => (kind === "question" && state.is === "open" ? [by] : []));
}

interface Added {
  readonly addendum: string;
  readonly report: string;
  readonly asking: readonly string[];
}

/**
 * Whoever has opened the report, and whoever asks about it, hears that something was added, where they may read that. The patient's
 * side hears it without having opened the report: they read it as their opinion.
 */
export async function tellAdded(
  { transaction, row, facts, at, notify }: Scope,
  { addendum, report, asking }: Added,
): Promise<void> {
  const receipts = await receiptsOfCase(transaction, row.id);
  const readers = receipts.flatMap(({ reportId, seatId }) => (reportId === report ? [seatId] : []));
  const concerned = new Set([...readers, ...asking]);
  // The rights were read before the signature.
  const signed = facts.addenda.map((one) => (one.id === addendum ? { ...one, signed: true } : one));
  const name = { kind: "addendum", id: addendum } as const;
  const mayRead = (seat: Seat) => documentAccess(name, seat, { ...facts, addenda: signed }, at).read !== "no";
  const seats = (await seatsOfCases(transaction, [row.id])).filter(
    (seat) => (concerned.has(seat.id) || isPatientSide(seat)) && mayRead(seat),
  );
  await notify({ kind: "addendum-signed", subject: report, seats: seats.map(({ id }) => id) });
}
