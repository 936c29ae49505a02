import { randomBytes } from "node:crypto";
import { seal, unseal } from "@consilium/foundation/sealing";
import { and, eq } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { keptKey } from "../schema/identity.ts";

export interface KeptKeys {
  /** 32 bytes for what this person's browser keeps unsaved on this device; made at the first question (SY-7). */
  readonly of: (personId: string, deviceId: string) => Promise<Buffer>;
  /** As `of`, and none is made. Undefined: there is none, or no more. */
  readonly find: (personId: string, deviceId: string) => Promise<Buffer | undefined>;
  /** What was kept there opens no more. */
  readonly destroy: (personId: string, deviceId: string) => Promise<void>;
}

interface KeptKeysOptions {
  readonly database: Database;
  /** 32 bytes. */
  readonly masterKey: Buffer;
  readonly now: () => Date;
}

const bound = (personId: string, deviceId: string): string => `kept-key\n${personId}\n${deviceId}`;
const place = (personId: string, deviceId: string) =>
  and(eq(keptKey.personId, personId), eq(keptKey.deviceId, deviceId));

export function createKeptKeys({ database, masterKey, now }: KeptKeysOptions): KeptKeys {
  const find = async (personId: string, deviceId: string) => {
    const [kept] = await database.select().from(keptKey).where(place(personId, deviceId));
    return kept && unseal(masterKey, kept.sealed, bound(personId, deviceId));
  };
  return {
    find,
    of: async (personId, deviceId) => {
      const sealed = seal(masterKey, randomBytes(32), bound(personId, deviceId));
      // Two tabs that ask at once get the same one.
      await database
        .insert(keptKey)
        .values({ personId, deviceId, sealed, createdAt: now() })
        .onConflictDoNothing();
      const kept = await find(personId, deviceId);
      if (!kept) throw new Error("The kept key was destroyed while it was asked for");
      return kept;
    },
    destroy: async (personId, deviceId) => {
      await database.delete(keptKey).where(place(personId, deviceId));
    },
  };
}
