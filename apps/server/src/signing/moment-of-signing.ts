import { type Correction, lastReportNumber, type Licence, reportsOfCase } from "@consilium/database";
import type { ShownBy } from "@consilium/report";
import type { Scope } from "../command/run-command.ts";
import type { Prepared } from "./prepare-signing.ts";
import type { AtSigning } from "./report-input.ts";
import { conflictsSaid, statementOf } from "./statement.ts";

interface Said {
  readonly prepared: Pick<Prepared, "rows">;
  readonly licence: Licence;
  readonly correction: Correction | undefined;
  readonly reasons: ReadonlyMap<string, string>;
  readonly conflicts: string;
  /** Not there: nothing is signed yet. */
  readonly shownBy?: ShownBy;
}

/** What a report says of its signature: when it is signed, and when it is read before. */
export async function momentOfSigning(
  { transaction, row, key, seat, at }: Pick<Scope, "transaction" | "row" | "key" | "seat" | "at">,
  { prepared, licence, correction, reasons, conflicts, shownBy }: Said,
): Promise<AtSigning> {
  const { organisation, details } = prepared.rows;
  const { zone } = organisation.details;
  const version = (await lastReportNumber(transaction, row.id)) + 1;
  const reports = await reportsOfCase(transaction, key);
  const replaced = reports.find(({ id }) => id === correction?.reportId);
  return {
    case: { id: row.id, number: row.number, specialty: row.specialty },
    signer: { seat: seat.id, licence, ...(shownBy && { shownBy }) },
    at,
    version,
    replaces: replaced
      ? {
          version: replaced.n,
          digest: replaced.digest,
          signedAt: replaced.signedAt.toISOString(),
          reason: correction?.reason ?? "",
        }
      : null,
    statement: statementOf(zone, details, licence),
    conflicts: conflictsSaid(zone, conflicts),
    reasons,
  };
}
