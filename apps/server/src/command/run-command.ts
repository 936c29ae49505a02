import { type CaseFacts, type Command, type CommandObject, mayCommand, type Seat } from "@consilium/clinical";
import {
  type CaseKey,
  type CaseRow,
  type Database,
  findSeat,
  insertMail,
  lockCase,
  type NewMail,
  raiseAuthority,
  readCaseFacts,
  recordAct,
} from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { notify, type Telling } from "../notify/notify.ts";
import type { Services } from "../services.ts";

/** Who gives the command: a person in one seat of one case. */
export interface Commander {
  readonly caseId: string;
  readonly seatId: string;
}

/** Everything a command works on, read under the case's lock: it cannot move before the transaction ends. */
export interface Scope {
  readonly transaction: Database;
  readonly row: CaseRow;
  readonly facts: CaseFacts;
  readonly seat: Seat;
  readonly key: CaseKey;
  readonly at: Date;
  /** Tells people of what the command does; whoever gives it hears nothing. */
  readonly notify: (telling: Telling) => Promise<void>;
  /** To somebody without an account; it leaves after the commit. */
  readonly sendMail: (mail: Pick<NewMail, "address" | "subject" | "text" | "calendar">) => Promise<void>;
}

/** What a command did, for the audit: ids, numbers and states, never words of the case. */
export interface Done<T> {
  readonly value: T;
  readonly act: string;
  readonly subject: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Documents or layers that now exist. */
  readonly documents?: readonly string[];
}

export interface CommandKind {
  readonly command: Command;
  /** Whether it changes who may do what: nothing admitted before it is committed after it (SY-20). */
  readonly changesRights: boolean;
  /** What the rights of the command depend on besides the seat. */
  readonly object?: (facts: CaseFacts) => CommandObject | undefined;
}

/**
 * Authorize, transaction, change, audit: one command of one case at a time. A refusal, also one found half-way, leaves
 * nothing behind. The change is told to the open documents after the commit.
 */
export async function runCommand<T>(
  services: Services,
  { caseId, seatId }: Commander,
  kind: CommandKind,
  change: (scope: Scope) => Promise<Result<Done<T>, RefusalReason>>,
): Promise<Result<T, RefusalReason>> {
  const key = await services.keys.of(caseId);
  let told = 0;
  const counted = (count: number) => {
    told += count;
  };
  const done = await services.open.database
    .transaction(async (transaction) => {
      const scope = await enter(services, transaction, { caseId, seatId }, key, counted);
      if (!scope) throw new Refused("no-such-case");
      const object = kind.object ? kind.object(scope.facts) : {};
      if (!object) throw new Refused("no-such-document");
      if (!mayCommand(kind.command, scope.seat, scope.facts, scope.at, object)) throw new Refused("no-right");
      if (kind.changesRights) await raiseAuthority(transaction, caseId);
      const result = await change(scope);
      if (!result.ok) throw new Refused(result.reason);
      await audit(scope, result.value);
      return ok(result.value);
    })
    .catch((error: unknown) => {
      if (error instanceof Refused) return refuse(error.reason);
      throw error;
    });
  if (!done.ok) return done;
  const { documents, value } = done.value;
  await services.changed({ caseId, rights: kind.changesRights, ...(documents && { documents }) });
  if (told > 0) await services.told();
  return ok(value);
}

/** Rolls the transaction back; it never leaves this file. */
class Refused extends Error {
  readonly reason: RefusalReason;
  constructor(reason: RefusalReason) {
    super(reason);
    this.reason = reason;
  }
}

async function enter(
  services: Services,
  transaction: Database,
  { caseId, seatId }: Commander,
  key: CaseKey,
  told: (count: number) => void,
): Promise<Scope | undefined> {
  const row = await lockCase(transaction, caseId);
  const seat = await findSeat(transaction, seatId);
  if (!row || seat?.caseId !== caseId) return undefined;
  const at = services.now();
  const options = { createId: services.createId, at, butNot: seat.personId };
  return {
    transaction,
    row,
    seat,
    key,
    facts: await readCaseFacts(transaction, row),
    at,
    notify: async (telling) => told(await notify(transaction, row, telling, options)),
    sendMail: async (mail) => {
      await mailIn(transaction, services, at)(mail);
      told(1);
    },
  };
}

/** Mail to somebody without an account, as a part of the transaction. */
export const mailIn =
  (transaction: Database, { createId }: Pick<Services, "createId">, at: Date): Scope["sendMail"] =>
  (mail) =>
    insertMail(transaction, { ...mail, id: createId(), personId: null, queuedAt: at });

const audit = ({ transaction, row, seat }: Scope, { act, subject, body = {} }: Done<unknown>) =>
  recordAct(transaction, {
    organisationId: row.organisationId,
    caseId: row.id,
    personId: seat.personId,
    seatId: seat.id,
    act,
    subject,
    body,
  });
