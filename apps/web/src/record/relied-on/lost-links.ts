import type { Evidence } from "@consilium/workspace";
import type { Lost } from "../../editor/lost-evidence.ts";
import { hasPlace, hasSeries, type OpenRecord, placeInRecord, recordOf } from "../record-places.ts";

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
      const name = recordOf(anchor);
      const record = records.find((one) => one.id === name || (name && one.replaces.includes(name)));
      const lost = record ? lostIn(record, anchor) : "record";
      return lost ? [[id, lost] as const] : [];
    }),
  );
}

function lostIn(record: OpenRecord, anchor: Evidence["anchor"]): Lost | undefined {
  const place = placeInRecord(record, anchor);
  if (!place || place.is === "lost") return "place";
  if (place.is === "named") return hasPlace(record.filed, place.place) ? undefined : "place";
  if (place.is === "image") return hasSeries(record.filed, place.anchor.series) ? undefined : "place";
  return undefined;
}
