import type { StoredRecord } from "@consilium/database";
import { instantIn } from "@consilium/foundation";
import { type Cast, found } from "./cast.ts";
import type { DemoCase } from "./content.ts";
import { afterArrival } from "./documents.ts";
import type { PlannedRecord } from "./records.ts";

/** Each record as the coordinator filed it: when records were gathered, or the day after it was made. */
export function fileRecords(
  records: readonly PlannedRecord[],
  { lifecycle, organisation }: DemoCase,
  cast: Cast,
): StoredRecord[] {
  const coordinator = found(
    cast.seats.find(({ role }) => role === "coordinator"),
    "coordinator",
  );
  const gathering = lifecycle.find(({ event }) => event === "gathering-records");
  const begun = gathering ? cast.at(gathering.at) : afterArrival(coordinator);
  return records.map(({ record }) => {
    const dateAt = record.date
      ? instantIn(organisation.zone, record.date.slice(0, 10), timeOf(record.date))
      : null;
    const known = dateAt ? new Date(dateAt.getTime() + 3_600_000) : begun;
    return {
      id: record.id,
      organisationId: cast.organisationId,
      caseId: cast.caseId,
      kind: record.kind,
      date: record.date,
      dateAt,
      reveals: record.revealsFirstOpinion,
      seatId: coordinator.id,
      addedAt: known > begun ? known : begun,
      importId: null,
      replacedBy: null,
      content: record,
    };
  });
}

const timeOf = (date: string): string => (date.length > 10 ? date.slice(11, 16) : "00:00");
