import { asNode, children, line, member, type Node } from "../json/node.ts";
import type { Gap } from "./import-refusal.ts";

/** One entry of the bundle. `resource` is null where the entry holds none. */
export interface Entry {
  readonly type: string;
  readonly id: string | null;
  readonly fullUrl: string | null;
  readonly resource: Node | null;
  /** Why there is nothing to read in it, where that is known at once. */
  readonly gap?: Gap;
}

/** How the file calls it, "" where it does not. */
export const nameOfEntry = ({ id, fullUrl }: Entry): string => id ?? fullUrl ?? "";

export interface Resolved {
  readonly resource: Node;
  /** Null for a contained resource: its holder counts. */
  readonly entry: Entry | null;
}

export function entryOf(item: Node | null): Entry {
  const resource = asNode(member(item, "resource"));
  const type = line(resource, "resourceType");
  return {
    type: type ?? "entry",
    id: line(resource, "id"),
    fullUrl: line(item, "fullUrl"),
    resource: type === null ? null : resource,
  };
}

/** `Condition/c1` or the same below an address. */
export function namedBy(url: string | null): Pick<Entry, "type" | "id"> {
  const [, type = "entry", id = null] = /(?:^|\/)([A-Z][A-Za-z]+)\/([^/?#]+)/u.exec(url ?? "") ?? [];
  return { type, id };
}

const withoutVersion = (reference: string): string => reference.replace(/\/_history\/[^/]*$/, "");
const typeAndId = (reference: string): string | null =>
  /(?:^|\/)([A-Z][A-Za-z]+\/[^/?#]+)$/.exec(reference)?.[1] ?? null;

/** Finds what references mean: `urn:uuid:…`, `Type/id`, an absolute address, `#contained`, `Type?identifier=…`. */
export class BundleIndex {
  private readonly byUrl = new Map<string, Entry>();
  private readonly byTypeAndId = new Map<string, Entry>();
  private readonly byIdentifier = new Map<string, Entry>();
  private readonly contained = new WeakMap<Node, Map<string, Node>>();

  constructor(entries: readonly Entry[]) {
    for (const entry of entries) this.add(entry);
  }

  private add(entry: Entry): void {
    if (entry.resource === null) return;
    const keep = (map: Map<string, Entry>, key: string): void => {
      if (!map.has(key)) map.set(key, entry);
    };
    if (entry.fullUrl !== null) keep(this.byUrl, entry.fullUrl);
    if (entry.id !== null) keep(this.byTypeAndId, `${entry.type}/${entry.id}`);
    for (const identifier of children(entry.resource, "identifier")) {
      keep(
        this.byIdentifier,
        `${entry.type}?identifier=${line(identifier, "system")}|${line(identifier, "value")}`,
      );
    }
  }

  /** `holder` is the resource that refers, for what it contains. */
  resolve(reference: string | null, holder: Node): Resolved | null {
    if (reference === null) return null;
    if (reference.startsWith("#")) {
      const resource = this.containedIn(holder).get(reference.slice(1));
      return resource === undefined ? null : { resource, entry: null };
    }
    const plain = withoutVersion(reference);
    const key = typeAndId(plain);
    const entry =
      this.byUrl.get(plain) ??
      (key === null ? undefined : this.byTypeAndId.get(key)) ??
      this.byIdentifier.get(plain);
    return entry?.resource ? { resource: entry.resource, entry } : null;
  }

  private containedIn(holder: Node): Map<string, Node> {
    const known = this.contained.get(holder);
    if (known !== undefined) return known;
    const found = new Map<string, Node>();
    for (const resource of children(holder, "contained")) {
      const id = line(resource, "id");
      if (id !== null) found.set(id.replace(/^#/, ""), resource);
    }
    this.contained.set(holder, found);
    return found;
  }
}
