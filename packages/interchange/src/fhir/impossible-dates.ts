import { isPartialDate } from "@consilium/clinical";
import { asNode, line, type Node } from "../json/node.ts";
import type { Ledger } from "./ledger.ts";
import type { Found } from "./reading.ts";

/** Elements with a date that mappers read. */
const dates =
  /^(?:(?:abatement|effective|occurrence|onset|performed)(?:DateTime|Instant|Date)|authored|authoredOn|birthDate|creation|date|dateAsserted|dueDate|issued|recordedDate|recordedOn|started|startDate|whenHandedOver|whenPrepared)$/;
const isPeriod = (key: string): boolean => key === "period" || key.endsWith("Period");
/** Nothing of these is read as a date of the record. */
const beside = new Set([
  "address",
  "extension",
  "identifier",
  "meta",
  "modifierExtension",
  "name",
  "telecom",
  "text",
]);

interface WrittenDate {
  readonly element: string;
  readonly written: string;
}

/** What stands in a resource where a date is to stand, and is none of the calendar. */
function impossibleDates(node: Node, within = ""): readonly WrittenDate[] {
  return Object.entries(node).flatMap(([key, value]) => {
    if (beside.has(key)) return [];
    if (typeof value === "string") {
      const isDate = dates.test(key) || (isPeriod(within) && (key === "start" || key === "end"));
      const written = isDate ? line(node, key) : null;
      return written === null || isPartialDate(written) ? [] : [{ element: nameOf(key, within), written }];
    }
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    return list.flatMap((item) => {
      const inner = asNode(item);
      return inner === null ? [] : impossibleDates(inner, key);
    });
  });
}

const nameOf = (key: string, within: string): string => (isPeriod(within) ? `${within}.${key}` : key);

/** Books every date that cannot be in what became a record: it stands there without it. */
export function bookImpossibleDates(found: readonly Found[], ledger: Ledger): void {
  for (const { entry, node } of found) {
    if (!ledger.isRepresented(entry)) continue;
    for (const { element, written } of impossibleDates(node))
      ledger.leavePart(entry, element, "impossible-date", written);
  }
}
