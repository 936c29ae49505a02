import { count, child, line, type Node } from "../json/node.ts";
import { type Entry, entryOf, namedBy } from "./bundle-index.ts";

interface Version {
  readonly entry: Entry;
  readonly isDeleted: boolean;
  /** Milliseconds since 1970; null where it is not said. */
  readonly at: number | null;
  /** As its server counts. */
  readonly number: number | null;
}

/** Of a history: each resource as it was last. What came before it, and what was deleted in the end, is booked and not read. */
export function inNewestVersions(items: readonly (Node | null)[]): readonly Entry[] {
  const versions = items.map(versionOf);
  const newest = new Map<string, Version>();
  for (const version of versions) {
    const name = nameOf(version.entry);
    const before = newest.get(name);
    if (before === undefined || isNewer(version, before)) newest.set(name, version);
  }
  return versions.map((version): Entry => {
    const { entry, isDeleted } = version;
    if (newest.get(nameOf(entry)) !== version) return { ...entry, resource: null, gap: "older-version" };
    return isDeleted ? { ...entry, resource: null, gap: "deleted" } : entry;
  });
}

/** Nameless ones are each their own. */
const nameOf = ({ type, id, fullUrl }: Entry): string => `${type}/${id ?? fullUrl ?? ""}`;

function versionOf(item: Node | null): Version {
  const entry = entryOf(item);
  const [request, response] = [child(item, "request"), child(item, "response")];
  const meta = child(entry.resource, "meta");
  const said = line(meta, "lastUpdated") ?? line(response, "lastModified");
  const at = said === null ? Number.NaN : Date.parse(said);
  const isDeleted = line(request, "method") === "DELETE";
  return {
    entry: entry.resource === null ? { ...entry, ...namedBy(line(request, "url") ?? entry.fullUrl) } : entry,
    isDeleted,
    at: Number.isNaN(at) ? null : at,
    number: count(meta, "versionId") ?? versionInTag(line(response, "etag")),
  };
}

/** `W/"3"` */
function versionInTag(tag: string | null): number | null {
  const [, digits] = /^(?:W\/)?"(\d{1,9})"$/u.exec(tag ?? "") ?? [];
  return digits === undefined ? null : Number(digits);
}

/** By the number of the version, else by its time. A history begins with the newest: where nothing is said the first stays. */
function isNewer(version: Version, before: Version): boolean {
  if (version.number !== null && before.number !== null && version.number !== before.number)
    return version.number > before.number;
  return version.at !== null && before.at !== null && version.at > before.at;
}
