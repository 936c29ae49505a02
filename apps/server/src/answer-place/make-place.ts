import { answerTokenOf, countOpenPlaces, insertAnswerPlace } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import type { Scope } from "../command/run-command.ts";
import { newPasscode, passcodeHash, tokenHash } from "../link/secrets-of-links.ts";
import type { Services } from "../services.ts";
import { letterOf } from "./place-letters.ts";
import { placeLimits } from "./place-limits.ts";

export interface PlaceWish {
  readonly request: string;
  readonly address: string;
  readonly due: Date | null;
}

export interface NewCode {
  /** Told once, to whoever asked; the server keeps it in no form that can be read. */
  readonly code: string;
  readonly hash: Buffer;
}

/** Made before the case is locked: it takes a while, on purpose. */
export async function newCode(): Promise<NewCode> {
  const code = newPasscode();
  return { code, hash: await passcodeHash(code) };
}

/** Where somebody without an account answers, and the mail that says where. */
export async function makePlace(
  services: Services,
  { transaction, row, key, seat, at, sendMail }: Scope,
  { request, address, due }: PlaceWish,
  { hash }: NewCode,
): Promise<Result<null, RefusalReason>> {
  if ((await countOpenPlaces(transaction, row.id, at)) >= placeLimits.open) return refuse("too-many-places");
  const id = services.createId();
  await insertAnswerPlace(transaction, {
    id,
    organisationId: row.organisationId,
    caseId: row.id,
    requestId: request,
    seatId: seat.id,
    at,
    tokenHash: tokenHash(answerTokenOf(key, id)),
    codeHash: hash,
    expiresAt: endOf(at, due),
  });
  const of = { id, organisationId: row.organisationId, seatId: seat.id };
  await sendMail({ address, ...(await letterOf(services, transaction, key, of, { kind: "asked", due })) });
  return ok(null);
}

const endOf = (at: Date, due: Date | null): Date =>
  new Date(Math.max(at.getTime() + placeLimits.lifetime, (due?.getTime() ?? 0) + placeLimits.afterDue));
