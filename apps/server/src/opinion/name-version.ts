import { documentHead, documentId, insertVersion, type Version } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, runCommand, type Scope } from "../command/run-command.ts";
import type { Services } from "../services.ts";
import { opinionObject } from "./opinion-object.ts";

export const longestVersionName = 120;

/** Names what is in the log now, so that it can be found, compared and shared. */
export const nameVersion = (
  services: Services,
  commander: Commander,
  opinionId: string,
  name: string,
): Promise<Result<{ n: number; sequence: number }, RefusalReason>> =>
  runCommand(
    services,
    commander,
    { command: "share, unshare, name a version", changesRights: false, object: opinionObject(opinionId) },
    async (scope) => {
      if (!name.trim()) return refuse("malformed-request");
      const version = await nameNow(scope, opinionId, name.trim());
      if (!version) return refuse("no-such-document");
      const { n, sequence } = version;
      return ok({ value: { n, sequence }, act: "version.named", subject: opinionId, body: { n, sequence } });
    },
  );

/** In a command's transaction. Undefined: nobody has opened that document yet. */
export async function nameNow(scope: Scope, opinionId: string, name: string): Promise<Version | undefined> {
  const { transaction, row, seat, key, at } = scope;
  const document = documentId(row.id, `opinion.${opinionId}`);
  const head = await documentHead(transaction, document);
  if (!head) return undefined;
  return insertVersion(transaction, key, {
    documentId: document,
    organisationId: row.organisationId,
    caseId: row.id,
    sequence: head.sequence,
    name: name.slice(0, longestVersionName),
    seatId: seat.id,
    at,
  });
}
