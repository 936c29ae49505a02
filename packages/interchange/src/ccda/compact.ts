import type { Node } from "../json/node.ts";
import type { Json } from "../json/parse-json.ts";

const isAbsent = (value: Json): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

/** A node of what is there: absent members and empty lists are left out, as FHIR's JSON has it. */
export const compact = (members: Readonly<Record<string, Json>>): Node =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => !isAbsent(value)));

/** Null where nothing is in it. */
export function compactOrNull(members: Readonly<Record<string, Json>>): Node | null {
  const node = compact(members);
  return Object.keys(node).length === 0 ? null : node;
}
