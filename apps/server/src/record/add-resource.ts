import { mayCommand } from "@consilium/clinical";
import { insertImport, insertRecords } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { NotUnderstood } from "@consilium/interchange";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import { commanderOf } from "../api/route-parts.ts";
import { runCommand } from "../command/run-command.ts";
import type { Services } from "../services.ts";
import type { NotRead } from "./read-file.ts";
import { replaceEditions } from "./replace-editions.ts";
import { storedRecords } from "./stored-records.ts";

export interface AddedRecords {
  readonly records: readonly string[];
  readonly notUnderstood: readonly NotUnderstood[];
  /** Whom the file says it is about: a person compares it with the case's patient. */
  readonly subject: string | null;
}

/** One FHIR resource becomes records of an open case. */
export async function addResource(
  services: Services,
  visit: Visit,
  file: Uint8Array,
): Promise<Result<AddedRecords, RefusalReason> | NotRead> {
  // Asked before the file is read, and again under the case's lock.
  if (!mayCommand("add a record", visit.seat, visit.facts, services.now())) return refuse("no-right");
  const imported = await services.files.resource(file);
  if (!imported.ok) return imported;
  const { records, notUnderstood, counts, subject } = imported.value;
  return runCommand(
    services,
    commanderOf(visit),
    { command: "add a record", changesRights: false },
    async ({ transaction, row, key, seat, at }) => {
      const importId = services.createId();
      const of = { organisationId: row.organisationId, caseId: row.id, seatId: seat.id, at };
      await insertImport(transaction, key, {
        ...of,
        id: importId,
        original: file,
        notUnderstood,
        counts: Object.fromEntries(counts.map(({ type, total }) => [type, total])),
      });
      await insertRecords(transaction, key, storedRecords(records, { ...of, importId }));
      await replaceEditions(transaction, { key, records, seatId: seat.id, cameBy: importId });
      return ok({
        value: {
          records: records.map(({ id }) => id),
          notUnderstood,
          subject: subject.display ?? subject.reference,
        },
        act: "record.added",
        subject: importId,
        body: { records: records.length, bytes: file.length },
      });
    },
  );
}
