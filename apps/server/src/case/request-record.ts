import { isOver, isSeated, type Role } from "@consilium/clinical";
import {
  type CaseKey,
  type Database,
  findSeat,
  insertRequest,
  requestRowsOfCases,
  requestWordsOf,
} from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import { makePlace, type NewCode, newCode } from "../answer-place/make-place.ts";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, type Done, runCommand, type Scope } from "../command/run-command.ts";
import { isPlainAddress } from "../mail/plain-address.ts";
import { askedSeats } from "../notify/told-seats.ts";
import type { Services } from "../services.ts";

export interface WantedRecord {
  /** The item of the inventory that it is for. */
  readonly item: string | null;
  readonly what: string;
  /** The institution that should have it. */
  readonly from: string | null;
  /** The seat that is asked. */
  readonly of: string | null;
  /** Of the institution, where it is asked by mail. */
  readonly address: string | null;
  /** What exactly. */
  readonly message: string | null;
  readonly why: string | null;
  readonly due: Date | null;
  /** The opinion waits for it, or says that it does not have it. */
  readonly required: boolean;
}

/** Who can be asked: whoever is beside the patient, or is the patient. */
const askable: ReadonlySet<Role> = new Set(["patient", "proxy", "referrer", "care-team"]);

export interface MadeRequest {
  readonly request: string;
  /** For whoever is asked by mail: told once, by telephone. */
  readonly code: string | null;
}

/** Somebody asks for a record that the case does not have. Of one item there is one open request. */
export async function requestRecord(
  services: Services,
  commander: Commander,
  wanted: WantedRecord,
): Promise<Result<MadeRequest, RefusalReason>> {
  const { of, from, address } = wanted;
  if (address !== null && !isPlainAddress(address)) return refuse("no-plain-address");
  if (address !== null && (of !== null || !from)) return refuse("whom-to-ask");
  const code = address === null ? null : await newCode();
  const kind = { command: "request a record", changesRights: false } as const;
  return runCommand(services, commander, kind, (scope) => request(services, scope, wanted, code));
}

async function request(
  services: Services,
  scope: Scope,
  { due, required, ...words }: WantedRecord,
  code: NewCode | null,
): Promise<Result<Done<MadeRequest>, RefusalReason>> {
  const { transaction, row, facts, key, seat, at } = scope;
  const { item, of, address } = words;
  if (isOver(facts)) return refuse("not-now");
  if (of !== null && !(await mayBeAsked(transaction, row.id, of, at))) return refuse("no-such-seat");
  if (item !== null && (await isAskedFor(transaction, key, item))) return refuse("already-so");
  const id = services.createId();
  const { organisationId, id: caseId } = row;
  const times = { askedAt: at, dueAt: due, answeredAt: null };
  const made = { id, organisationId, caseId, state: "open", required, seatId: seat.id, ...times } as const;
  await insertRequest(transaction, key, made, { ...words, answer: null });
  if (of !== null) {
    const seats = await askedSeats(transaction, row.id, of);
    await scope.notify({ kind: "record-asked", subject: id, seats });
  }
  if (address !== null && code) {
    const place = await makePlace(services, scope, { request: id, address, due }, code);
    if (!place.ok) return place;
  }
  const body = { required, byMail: address !== null };
  const value = { request: id, code: code?.code ?? null };
  return ok({ value, act: "record.requested", subject: id, body });
}

async function mayBeAsked(transaction: Database, caseId: string, seatId: string, at: Date): Promise<boolean> {
  const seat = await findSeat(transaction, seatId);
  return seat?.caseId === caseId && isSeated(seat, at) && askable.has(seat.role);
}

async function isAskedFor(transaction: Database, key: CaseKey, item: string): Promise<boolean> {
  const rows = await requestRowsOfCases(transaction, [key.caseId]);
  return rows.some((row) => row.state === "open" && requestWordsOf(key, row).item === item);
}
