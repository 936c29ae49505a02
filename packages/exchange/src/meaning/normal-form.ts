import { canonicalJson, sha256Hex } from "@consilium/foundation";

type Node = Readonly<Record<string, unknown>>;

/** An entry of a bundle as it was read: by which address, and what it says. */
export interface NormalEntry {
  readonly address: string | null;
  readonly resource: Node;
}

/** What a server says of a resource, and not what the resource says. */
const ofServer = new Set(["id", "versionId", "lastUpdated", "source"]);

/** References are looked at so many steps deep: further away nothing is told apart that is equal nearby. */
const rounds = 3;

export const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Entries by their meaning, one text each, in an order of their own: without ids and what a server notes, each reference replaced by
 * the digest of what it names. Equal texts say the same, whatever the ids and the order of the entries.
 */
export async function normalForm(entries: readonly NormalEntry[]): Promise<readonly string[]> {
  const byName = new Map<string, number>();
  for (const [at, { address, resource }] of entries.entries())
    for (const name of namesOf(address, resource)) byName.set(name, at);
  let digests = entries.map(() => "");
  let texts: readonly string[] = [];
  for (let round = 0; round <= rounds; round++) {
    texts = entries.map(({ resource }) => canonicalJson(withoutIds(resource, byName, digests)));
    digests = await Promise.all(texts.map(sha256Hex));
  }
  return texts.toSorted();
}

function namesOf(address: string | null, { resourceType, id }: Node): readonly string[] {
  const local = typeof id === "string" ? [`${String(resourceType)}/${id}`] : [];
  return address === null ? local : [address, ...local];
}

function withoutIds(
  value: unknown,
  byName: ReadonlyMap<string, number>,
  digests: readonly string[],
): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => withoutIds(one, byName, digests));
  if (!isNode(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, held]) => {
      if (key === "meta" && isNode(held)) {
        const meta = Object.entries(held).filter(([name]) => !ofServer.has(name));
        return meta.length === 0 ? [] : [[key, withoutIds(Object.fromEntries(meta), byName, digests)]];
      }
      // Only a resource has an id that says nothing; a section or an element is named within it.
      if (key === "id" && "resourceType" in value) return [];
      if (key === "reference" && typeof held === "string") {
        const at = byName.get(held);
        return [[key, at === undefined ? held : `sha256:${digests[at] ?? ""}`]];
      }
      return [[key, withoutIds(held, byName, digests)]];
    }),
  );
}
