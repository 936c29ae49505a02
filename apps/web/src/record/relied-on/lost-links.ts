import type { ObservationChange } from "@consilium/clinical";
import type { Evidence } from "@consilium/workspace";
import type { Lost } from "../../editor/lost-evidence.ts";
import { hasPlace, hasSeries, type OpenRecord, placeInRecord, recordOf } from "../record-places.ts";
import { valueChange } from "../value-change.ts";

/**
 * Which links lost their place. `records`: all of those that links name and that this seat reads. Whether a series still has a
 * picture only its viewer knows, and says it there.
 */
export function lostLinks(
  evidence: ReadonlyMap<string, Evidence>,
  records: readonly OpenRecord[],
): ReadonlyMap<string, Lost> {
  return new Map(
    [...evidence].flatMap(([id, { anchor }]) => {
      const record = recordNow(records, anchor);
      const lost = record ? lostIn(record, anchor) : "record";
      return lost ? [[id, lost] as const] : [];
    }),
  );
}

/** Which links are about values that a newer version of their record has corrected. */
export function changedLinks(
  evidence: ReadonlyMap<string, Evidence>,
  records: readonly OpenRecord[],
): ReadonlyMap<string, ObservationChange> {
  return new Map(
    [...evidence].flatMap(([id, { anchor }]) => {
      const record = recordNow(records, anchor);
      const change = record && valueChange(record, anchor);
      return change ? [[id, change] as const] : [];
    }),
  );
}

function recordNow(records: readonly OpenRecord[], anchor: Evidence["anchor"]): OpenRecord | undefined {
  const name = recordOf(anchor);
  return records.find((one) => one.id === name || (name && one.replaces.includes(name)));
}

function lostIn(record: OpenRecord, anchor: Evidence["anchor"]): Lost | undefined {
  const place = placeInRecord(record, anchor);
  if (!place || place.is === "lost") return "place";
  if (place.is === "named") return hasPlace(record.filed, place.place) ? undefined : "place";
  if (place.is === "image") return hasSeries(record.filed, place.anchor.series) ? undefined : "place";
  return undefined;
}
