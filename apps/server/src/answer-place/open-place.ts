import {
  countPlaceAttempt,
  findAnswerPlace,
  findCase,
  notePlaceOpened,
  type PlaceOfRequest,
  recordAct,
} from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { isPasscode, tokenHash } from "../link/secrets-of-links.ts";
import { notify } from "../notify/notify.ts";
import type { Services } from "../services.ts";
import { describePlace, type DescribedPlace } from "./describe-place.ts";
import { newEntry } from "./place-entry.ts";
import { placeLimits } from "./place-limits.ts";
import { whyClosed } from "./place-standing.ts";

export interface OpenedPlace extends DescribedPlace {
  /** What the browser shows with everything that it does here. */
  readonly entry: string;
}

/** Somebody without an account, with the secret of an address and the code that they were told. Each opening is in the audit. */
export async function openPlace(
  services: Services,
  { token, code }: { readonly token: string; readonly code: string },
): Promise<Result<OpenedPlace, RefusalReason>> {
  const { database } = services.open;
  const now = services.now();
  const place = await findAnswerPlace(database, tokenHash(token));
  const row = place && (await findCase(database, place.caseId));
  if (!place || !row) return refuse("no-such-link");
  const closed = whyClosed(place, row, now);
  if (closed) return refuse(closed);
  const attempt = await countPlaceAttempt(database, place.id);
  if (attempt > placeLimits.failures) return refuse("place-locked");
  if (!(await isPasscode(code, place.codeHash))) return refuseCode(services, place, attempt);
  const { organisationId, caseId, requestId: subject } = place;
  await recordAct(database, {
    organisationId,
    caseId,
    personId: null,
    seatId: null,
    act: "place.opened",
    subject,
    body: {},
  });
  await notePlaceOpened(database, place.id, now);
  await services.changed({ caseId, rights: false });
  const until = new Date(now.getTime() + placeLimits.entry);
  const described = await describePlace(services, { place, row, key: await services.keys.of(caseId) });
  return ok({ ...described, entry: newEntry(token, place.codeHash, until) });
}

/** With the last wrong one it is locked, and whoever asked is told so. */
async function refuseCode(
  services: Services,
  { organisationId, caseId, requestId: subject, seatId }: PlaceOfRequest,
  attempt: number,
): Promise<Result<never, RefusalReason>> {
  const isLast = attempt === placeLimits.failures;
  const at = services.now();
  const told = await services.open.database.transaction(async (transaction) => {
    const of = { organisationId, caseId, personId: null, seatId: null, subject };
    await recordAct(transaction, {
      ...of,
      act: isLast ? "place.locked" : "place.refused",
      body: { attempt },
    });
    if (!isLast) return 0;
    const telling = { kind: "request-locked", subject, seats: [seatId] } as const;
    return notify(transaction, { id: caseId, organisationId }, telling, { createId: services.createId, at });
  });
  if (isLast) await services.changed({ caseId, rights: false });
  if (told > 0) await services.told();
  return refuse(isLast ? "place-locked" : "wrong-place-code");
}
