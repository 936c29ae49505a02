import { createCaseKey, unwrapCaseKey, wrapCaseKey } from "@consilium/foundation/sealing";
import type { Pool } from "pg";

export interface CaseKey {
  readonly organisationId: string;
  readonly caseId: string;
  /** 32 bytes. */
  readonly key: Buffer;
}

export interface CaseKeys {
  /** Rejects where there is no such case, where it was erased, and where the master key is another one. */
  readonly of: (caseId: string) => Promise<CaseKey>;
  /** A new case's key; `wrapped` goes into its row. */
  readonly create: (organisationId: string, caseId: string) => CaseKey & { readonly wrapped: Buffer };
  /** After an erasure. */
  readonly forget: (caseId: string) => void;
}

interface CaseKeysOptions {
  readonly pool: Pick<Pool, "query">;
  /** 32 bytes. */
  readonly masterKey: Buffer;
  /** How many keys stay in memory: those asked for last. */
  readonly most?: number;
}

export function createCaseKeys({ pool, masterKey, most = 1000 }: CaseKeysOptions): CaseKeys {
  const held = new Map<string, Promise<CaseKey>>();

  async function read(caseId: string): Promise<CaseKey> {
    const { rows } = await pool.query<{ organisation_id: string; wrapped_key: Buffer | null }>({
      name: "case_key",
      text: "select organisation_id, wrapped_key from clinical_case where id = $1",
      values: [caseId],
    });
    const [found] = rows;
    if (!found) throw new Error(`There is no case ${caseId}`);
    if (!found.wrapped_key) throw new Error(`Case ${caseId} was erased`);
    const organisationId = found.organisation_id;
    return {
      organisationId,
      caseId,
      key: unwrapCaseKey(masterKey, found.wrapped_key, organisationId, caseId),
    };
  }

  function hold(caseId: string, key: Promise<CaseKey>): Promise<CaseKey> {
    held.delete(caseId);
    held.set(caseId, key);
    const [oldest] = held.keys();
    if (held.size > most && oldest !== undefined) held.delete(oldest);
    return key;
  }

  return {
    of: (caseId) => {
      const known = held.get(caseId);
      if (known) return hold(caseId, known);
      const key = read(caseId);
      // What failed is asked again: a case that is not there now may be there in a moment.
      key.catch(() => held.get(caseId) === key && held.delete(caseId));
      return hold(caseId, key);
    },
    create: (organisationId, caseId) => {
      const key = createCaseKey();
      return { organisationId, caseId, key, wrapped: wrapCaseKey(masterKey, key, organisationId, caseId) };
    },
    forget: (caseId) => void held.delete(caseId),
  };
}
