import { hash, randomBytes } from "node:crypto";
import { seal, unseal } from "@consilium/foundation/sealing";
import { and, count, eq, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { recordAct } from "../audit/record-act.ts";
import type { Database } from "../open-database.ts";
import { authenticator, recoveryCode } from "../schema/identity.ts";

export interface AuthenticatorStanding {
  readonly confirmedAt: Date;
  /** Recovery codes that were not used. */
  readonly recoveryLeft: number;
}

/** The authenticator apps of people, with the audit row of each step. */
export interface Authenticators {
  /** A new secret, in place of one that was never confirmed. Undefined: one counts already. */
  readonly begin: (personId: string) => Promise<Buffer | undefined>;
  readonly secretOf: (
    personId: string,
  ) => Promise<{ readonly secret: Buffer; readonly isConfirmed: boolean } | undefined>;
  readonly standing: (personId: string) => Promise<AuthenticatorStanding | undefined>;
  /** Counts a code before it is looked at. False: too many were wrong, and it is not looked at. */
  readonly countTry: (personId: string) => Promise<boolean>;
  /** False: this code, or a later one, was taken before. */
  readonly takeStep: (personId: string, step: number) => Promise<boolean>;
  /** False: none of theirs, or used before. */
  readonly takeRecoveryCode: (personId: string, code: string) => Promise<boolean>;
  /** From now on it counts. False: the step was taken, or it counts already. */
  readonly confirm: (personId: string, step: number, codes: readonly string[]) => Promise<boolean>;
  readonly end: (personId: string) => Promise<void>;
  readonly refused: (personId: string) => Promise<void>;
}

interface AuthenticatorsOptions {
  readonly database: Database;
  /** 32 bytes. */
  readonly masterKey: Buffer;
  readonly now: () => Date;
}

const most = 5;
const forgottenAfter = 15 * 60_000;
/** As long as the hash of RFC 4226. */
const secretBytes = 20;

const bound = (personId: string): string => `authenticator\n${personId}`;
const hashOf = (personId: string, code: string): Buffer =>
  hash("sha256", `recovery-code\n${personId}\n${code}`, "buffer");
const of = (personId: string) => eq(authenticator.personId, personId);

const act = (transaction: Database, name: string, personId: string): Promise<void> =>
  recordAct(transaction, { act: name, personId, subject: personId });

export function createAuthenticators(options: AuthenticatorsOptions): Authenticators {
  const { database, masterKey, now } = options;
  return {
    begin: (personId) => begin(options, personId),
    secretOf: async (personId) => {
      const [row] = await database.select().from(authenticator).where(of(personId));
      if (!row) return undefined;
      const secret = unseal(masterKey, row.secret, bound(personId));
      return { secret, isConfirmed: row.confirmedAt !== null };
    },
    standing: (personId) => standingOf(database, personId),
    countTry: (personId) => countTry(database, personId, now()),
    takeStep: (personId, step) => takeStep(database, personId, step),
    takeRecoveryCode: (personId, code) => takeRecoveryCode(options, personId, code),
    confirm: (personId, step, codes) => confirm(options, personId, { step, codes }),
    end: (personId) => end(database, personId),
    refused: (personId) => act(database, "authenticator.refused", personId),
  };
}

const begin = (
  { database, masterKey, now }: AuthenticatorsOptions,
  personId: string,
): Promise<Buffer | undefined> =>
  database.transaction(async (transaction) => {
    const secret = randomBytes(secretBytes);
    const begun = { secret: seal(masterKey, secret, bound(personId)), begunAt: now() };
    const rows = await transaction
      .insert(authenticator)
      .values({ personId, ...begun })
      .onConflictDoUpdate({
        target: authenticator.personId,
        set: { ...begun, lastStep: 0 },
        setWhere: isNull(authenticator.confirmedAt),
      })
      .returning({ personId: authenticator.personId });
    if (rows.length === 0) return undefined;
    await act(transaction, "authenticator.begun", personId);
    return secret;
  });

/** In one statement, so that of two who show one code at once one is let in. */
async function takeStep(database: Database, personId: string, step: number): Promise<boolean> {
  const rows = await database
    .update(authenticator)
    .set({ lastStep: step, tries: 0 })
    .where(and(of(personId), isNotNull(authenticator.confirmedAt), lt(authenticator.lastStep, step)))
    .returning({ personId: authenticator.personId });
  return rows.length > 0;
}

const takeRecoveryCode = (
  { database, now }: AuthenticatorsOptions,
  personId: string,
  code: string,
): Promise<boolean> =>
  database.transaction(async (transaction) => {
    const mine = and(
      eq(recoveryCode.personId, personId),
      eq(recoveryCode.hash, hashOf(personId, code)),
      isNull(recoveryCode.usedAt),
    );
    const rows = await transaction
      .update(recoveryCode)
      .set({ usedAt: now() })
      .where(mine)
      .returning({ personId: recoveryCode.personId });
    if (rows.length === 0) return false;
    await act(transaction, "recovery-code.used", personId);
    return true;
  });

const confirm = (
  { database, now }: AuthenticatorsOptions,
  personId: string,
  { step, codes }: { readonly step: number; readonly codes: readonly string[] },
): Promise<boolean> =>
  database.transaction(async (transaction) => {
    const rows = await transaction
      .update(authenticator)
      .set({ confirmedAt: now(), lastStep: step, tries: 0 })
      .where(and(of(personId), isNull(authenticator.confirmedAt), lt(authenticator.lastStep, step)))
      .returning({ personId: authenticator.personId });
    if (rows.length === 0) return false;
    await transaction
      .insert(recoveryCode)
      .values(codes.map((code) => ({ personId, hash: hashOf(personId, code) })));
    await act(transaction, "authenticator.confirmed", personId);
    return true;
  });

const end = (database: Database, personId: string): Promise<void> =>
  database.transaction(async (transaction) => {
    await transaction.delete(recoveryCode).where(eq(recoveryCode.personId, personId));
    await transaction.delete(authenticator).where(of(personId));
    await act(transaction, "authenticator.ended", personId);
  });

async function standingOf(database: Database, personId: string): Promise<AuthenticatorStanding | undefined> {
  const unused = and(eq(recoveryCode.personId, authenticator.personId), isNull(recoveryCode.usedAt));
  const [row] = await database
    .select({ confirmedAt: authenticator.confirmedAt, recoveryLeft: count(recoveryCode.hash) })
    .from(authenticator)
    .leftJoin(recoveryCode, unused)
    .where(of(personId))
    .groupBy(authenticator.personId);
  return row?.confirmedAt ? { confirmedAt: row.confirmedAt, recoveryLeft: row.recoveryLeft } : undefined;
}

/** In one statement: a thousand at once do not all count as the first. */
async function countTry(database: Database, personId: string, at: Date): Promise<boolean> {
  const forgotten = new Date(at.getTime() - forgottenAfter);
  const isOld = sql`${authenticator.lastTryAt} < ${forgotten.toISOString()}`;
  const rows = await database
    .update(authenticator)
    .set({ tries: sql`case when ${isOld} then 1 else ${authenticator.tries} + 1 end`, lastTryAt: at })
    .where(and(of(personId), or(lt(authenticator.tries, most), isOld)))
    .returning({ personId: authenticator.personId });
  return rows.length > 0;
}
