import { type ShareAudience, type ShareMode, shareOf } from "@consilium/clinical";
import { documentHead, documentId, endShare, findVersion, insertShare } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, type Done, runCommand, type Scope } from "../command/run-command.ts";
import { audienceSeats } from "../notify/told-seats.ts";
import type { Services } from "../services.ts";
import { nameNow } from "./name-version.ts";
import { opinionObject } from "./opinion-object.ts";

export interface Sharing {
  readonly opinionId: string;
  readonly audience: ShareAudience;
  readonly mode: ShareMode;
  /** Of a version: its number, or null for the text as it is now. */
  readonly version: number | null;
  /** The name that a version made for this gets. */
  readonly name: string;
}

export interface SharedNow {
  readonly share: string;
  readonly version: number | null;
}

/**
 * Shows the draft to the patient's side or to the care team: a version, or live. An older share with the same people ends
 * with it. From its sequence on they see history; what was deleted before never reaches them (SY-8).
 */
export const shareOpinion = (
  services: Services,
  commander: Commander,
  sharing: Sharing,
): Promise<Result<SharedNow, RefusalReason>> =>
  runCommand(
    services,
    commander,
    {
      command: "share, unshare, name a version",
      changesRights: true,
      object: opinionObject(sharing.opinionId),
    },
    (scope) => shareNow(services, scope, sharing),
  );

async function shareNow(
  services: Services,
  scope: Scope,
  sharing: Sharing,
): Promise<Result<Done<SharedNow>, RefusalReason>> {
  const { transaction, row, seat, facts, at } = scope;
  const { opinionId, audience, mode } = sharing;
  const document = documentId(row.id, `opinion.${opinionId}`);
  const given = await whatIsGiven(scope, sharing);
  if (!given) return refuse("no-such-version");
  const older = shareOf(facts, opinionId, audience);
  if (older) await endShare(transaction, older.id, at, seat.id);
  const id = services.createId();
  await insertShare(transaction, {
    id,
    organisationId: row.organisationId,
    caseId: row.id,
    documentId: document,
    audience,
    mode,
    versionN: given.version,
    fromSequence: given.sequence,
    seatId: seat.id,
    at,
  });
  const told = { kind: "opinion-shared", subject: `opinion.${opinionId}` } as const;
  await scope.notify({ ...told, seats: await audienceSeats(transaction, row.id, audience) });
  const body = { audience, mode, version: given.version, sequence: given.sequence };
  return ok({
    value: { share: id, version: given.version },
    act: "opinion.shared",
    subject: opinionId,
    body,
  });
}

async function whatIsGiven(
  scope: Scope,
  { opinionId, mode, version, name }: Sharing,
): Promise<{ readonly version: number | null; readonly sequence: number } | undefined> {
  const document = documentId(scope.row.id, `opinion.${opinionId}`);
  if (mode === "live") {
    const head = await documentHead(scope.transaction, document);
    return head && { version: null, sequence: head.sequence };
  }
  const found =
    version === null
      ? await nameNow(scope, opinionId, name)
      : await findVersion(scope.transaction, scope.key, document, version);
  return found && { version: found.n, sequence: found.sequence };
}

/** Takes it back: their sockets close within a second. What was on a device cannot be called back. */
export const unshareOpinion = (
  services: Services,
  commander: Commander,
  opinionId: string,
  shareId: string,
): Promise<Result<{ ended: string }, RefusalReason>> =>
  runCommand(
    services,
    commander,
    { command: "share, unshare, name a version", changesRights: true, object: opinionObject(opinionId) },
    async ({ transaction, facts, seat, at }) => {
      const share = facts.shares.find(({ id, opinionId: of }) => id === shareId && of === opinionId);
      if (!share) return refuse("no-such-share");
      await endShare(transaction, shareId, at, seat.id);
      const body = { share: shareId };
      return ok({ value: { ended: shareId }, act: "opinion.unshared", subject: opinionId, body });
    },
  );
