import type { RecordKind } from "@consilium/clinical";
import {
  findRecord,
  markRecordRevealing,
  newestOf,
  replacementsOf,
  replaceRecord,
  restoreRecord,
  type StoredRecord,
} from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, runCommand, type Scope } from "../command/run-command.ts";
import type { Services } from "../services.ts";

/** A study is filed anew by itself, when more of it comes, and what it was is gone then: nobody says so by hand. */
const ofItself: RecordKind = "imaging-study";

export interface Versions {
  readonly newer: string;
  readonly earlier: string;
}

const kind = { command: "add a record", changesRights: true } as const;

/**
 * Somebody says that a record is the newer version of another one. Anchors on the earlier one are followed to the newer; the
 * earlier can still be read by its id. What told the first opinion goes on telling it.
 */
export const replaceEarlier = (
  services: Services,
  commander: Commander,
  versions: Versions,
): Promise<Result<Versions, RefusalReason>> =>
  runCommand(services, commander, kind, async (scope) => {
    const found = await findBoth(scope, versions);
    if (!found) return refuse("no-such-record");
    const { newer, earlier } = found;
    if (newer.replacedBy !== null || earlier.replacedBy !== null) return refuse("changed-since");
    if (newer.kind !== earlier.kind || newer.kind === ofItself) return refuse("other-kind");
    const { transaction, row } = scope;
    await replaceRecord(transaction, row.id, earlier.id, newer.id);
    if (newer.reveals !== earlier.reveals) await markRecordRevealing(transaction, row.id, newer.id, true);
    return ok({ value: versions, act: "record.replaced", subject: newer.id, body: { earlier: earlier.id } });
  });

/** That was a mistake: both are records of the case again. Each tells the first opinion if they did together. */
export const restoreEarlier = (
  services: Services,
  commander: Commander,
  versions: Versions,
): Promise<Result<Versions, RefusalReason>> =>
  runCommand(services, commander, kind, async (scope) => {
    const found = await findBoth(scope, versions);
    if (!found) return refuse("no-such-record");
    const { newer, earlier } = found;
    if (!(await takesItsPlace(scope, newer.id, earlier))) return refuse("changed-since");
    if (earlier.kind === ofItself) return refuse("other-kind");
    await restoreRecord(scope.transaction, scope.row.id, earlier.id);
    return ok({ value: versions, act: "record.restored", subject: earlier.id, body: { newer: newer.id } });
  });

/** Itself, or as the newest of several that came one after the other. */
async function takesItsPlace(
  { transaction, row }: Scope,
  newer: string,
  { id, replacedBy }: StoredRecord,
): Promise<boolean> {
  return replacedBy === newer || newestOf(await replacementsOf(transaction, row.id), id) === newer;
}

async function findBoth(
  { transaction, key, row }: Scope,
  { newer, earlier }: Versions,
): Promise<{ readonly newer: StoredRecord; readonly earlier: StoredRecord } | undefined> {
  if (newer === earlier) return undefined;
  const one = await findRecord(transaction, key, row.id, newer);
  const other = await findRecord(transaction, key, row.id, earlier);
  return one && other && { newer: one, earlier: other };
}
