import { randomBytes } from "node:crypto";
import { seal, unseal } from "./seal.ts";

const keyLength = 32;

export const createCaseKey = (): Buffer => randomBytes(keyLength);

const bound = (organisationId: string, caseId: string) => `case-key\n${organisationId}\n${caseId}`;

/** A case's key under the installation's master key, bound to its case: it opens in no other place. */
export const wrapCaseKey = (
  master: Buffer,
  caseKey: Buffer,
  organisationId: string,
  caseId: string,
): Buffer => seal(master, caseKey, bound(organisationId, caseId));

/** Throws when the master key is another one or the case is. */
export const unwrapCaseKey = (
  master: Buffer,
  wrapped: Buffer,
  organisationId: string,
  caseId: string,
): Buffer => unseal(master, wrapped, bound(organisationId, caseId));
