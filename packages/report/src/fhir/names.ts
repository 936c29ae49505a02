import { sha256Hex } from "@consilium/foundation";
import type { Bundle, BundleEntry, Reference, Resource } from "@medplum/fhirtypes";

/** A resource by a name of ours, which its references use too. The names become UUIDs when all are known. */
export interface Named {
  readonly name: string;
  readonly resource: Resource;
}

const mark = "urn:name:";

export const nameUrl = (name: string): string => `${mark}${name}`;

export const refer = (name: string, display?: string | null): Reference<never> => ({
  reference: nameUrl(name),
  ...(display && { display }),
});

/** Of a case and a name, always the same (RFC 9562, version 8): the same report gives the same bundle. */
export async function uuidOf(caseId: string, name: string): Promise<string> {
  const hash = await sha256Hex(`${caseId}|${name}`);
  const [a, b, c, d, e] = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(13, 16),
    hash.slice(17, 20),
    hash.slice(20, 32),
  ];
  return `${a}-${b}-8${c}-a${d}-${e}`;
}

/** Throws where a reference names nothing of the document. */
export async function entriesOf(
  caseId: string,
  resources: readonly Named[],
): Promise<NonNullable<Bundle["entry"]>> {
  const ids = new Map<string, string>();
  for (const { name } of resources) ids.set(name, await uuidOf(caseId, name));
  const urlOf = (name: string): string => {
    const id = ids.get(name);
    if (id === undefined) throw new RangeError(`Nothing is called ${name}`);
    return `urn:uuid:${id}`;
  };
  return resources.map(({ name, resource }): BundleEntry => ({
    fullUrl: urlOf(name),
    resource: { ...withUrls(resource, urlOf), id: ids.get(name) ?? "" },
  }));
}

/** Only in the fields that hold addresses: a person's words may look like anything. */
function withUrls<Value>(value: Value, urlOf: (name: string) => string): Value;
function withUrls(value: unknown, urlOf: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((entry: unknown) => withUrls(entry, urlOf));
  // Plain objects only: a number that is printed as it was written is another kind.
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]: [string, unknown]) => {
      const isAddress = key === "reference" || key === "url";
      return isAddress && typeof entry === "string" && entry.startsWith(mark)
        ? [key, urlOf(entry.slice(mark.length))]
        : [key, withUrls(entry, urlOf)];
    }),
  );
}
