import { type Edition, longestIdentifier, mostIdentifiers } from "@consilium/clinical";
import { child, children, count, line, type Node } from "../json/node.ts";
import type { BundleIndex, Entry } from "./bundle-index.ts";
import type { Reading } from "./reading.ts";

const uri = "urn:ietf:rfc:3986";
/** A shorter one may be another resource's in another file: `Composition/1`. */
const leastLogicalId = 20;

/** The number of an observation that means the same in every file. */
export function numberOf(observation: Node): string | undefined {
  const [named] = identifiersIn(observation, "identifier").filter((name) => name !== null);
  const id = line(observation, "id");
  return named ?? (id !== null && id.length >= leastLogicalId ? id : undefined);
}

const isAbsolute = (address: string | null): address is string =>
  address !== null && /^(?:urn:|https?:\/\/)/i.test(address);

/** An identifier that means the same in every file; null where it names no system. */
function identifierOf(node: Node | null): string | null {
  const [system, value] = [line(node, "system"), line(node, "value")];
  if (value === null) return null;
  if (system === null || system === uri) return isAbsolute(value) ? value : null;
  return `${system}|${value}`;
}

const identifiersIn = (holder: Node | null, ...names: readonly string[]): readonly (string | null)[] =>
  names.flatMap((name) => children(holder, name)).map(identifierOf);

/** How a resource is called in every file: by its address, its identifiers, a logical id that is long. */
function namesOfEntry({ type, id, fullUrl, resource }: Entry, ...identifiers: readonly string[]) {
  return [
    isAbsolute(fullUrl) ? fullUrl : null,
    id !== null && id.length >= leastLogicalId ? `${type}/${id}` : null,
    ...identifiersIn(resource, ...identifiers),
  ];
}

/** What a document says it replaces. That it amends or transforms something else replaces nothing. */
function replacedBy(node: Node, index: BundleIndex): readonly (string | null)[] {
  const relations = children(node, "relatesTo").filter((one) => line(one, "code") === "replaces");
  return relations.flatMap((relation) => {
    const target = child(relation, "targetReference") ?? child(relation, "target");
    const reference = line(target, "reference")?.replace(/\/_history\/[^/]*$/u, "") ?? null;
    const found = index.resolve(reference, node)?.entry;
    return [
      identifierOf(child(relation, "targetIdentifier")),
      identifierOf(child(target, "identifier")),
      ...(found ? namesOfEntry(found, "identifier", "masterIdentifier") : [referenceName(reference)]),
    ];
  });
}

function referenceName(reference: string | null): string | null {
  const id = reference?.split("/").at(-1) ?? "";
  return isAbsolute(reference) || id.length >= leastLogicalId ? reference : null;
}

/** Undefined: nothing is said by which another version could be known. */
export function editionOf({
  ids,
  set,
  version,
  replaces,
  patient,
}: Omit<Edition, "ids" | "replaces"> & {
  readonly ids: readonly (string | null)[];
  readonly replaces: readonly (string | null)[];
}): Edition | undefined {
  const edition = {
    ids: namesFrom(ids),
    set: set !== null && set.length <= longestIdentifier ? set : null,
    version,
    replaces: namesFrom(replaces),
    patient,
  };
  return edition.ids.length + edition.replaces.length === 0 && edition.set === null ? undefined : edition;
}

const namesFrom = (found: readonly (string | null)[]): readonly string[] =>
  [...new Set(found.filter((name) => name !== null))]
    .filter((name) => name.length <= longestIdentifier)
    .slice(0, mostIdentifiers);

type Patient = Edition["patient"];

/** Of a document: what its bundle and its composition say of themselves. */
export function editionOfDocument(
  bundle: Node,
  entries: readonly Entry[],
  index: BundleIndex,
  patient: Patient,
): Edition | undefined {
  const entry = entries.find(({ type }) => type === "Composition");
  const composition = entry?.resource;
  if (line(bundle, "type") !== "document" || !entry || !composition) return undefined;
  return editionOf({
    ids: [identifierOf(child(bundle, "identifier")), ...namesOfEntry(entry)],
    // It stays the same from version to version.
    set: identifiersIn(composition, "identifier")[0] ?? null,
    version: versionIn(composition),
    replaces: replacedBy(composition, index),
    patient,
  });
}

/** Of a document that is referred to, or attached. Undefined also where it goes with the document that it lies in. */
export function editionOfReference(
  node: Node,
  entry: Entry,
  { index, patient, edition: whole }: Pick<Reading, "index" | "patient" | "edition">,
): Edition | undefined {
  const own = editionOf({
    ids: namesOfEntry(entry, "masterIdentifier", "identifier"),
    set: null,
    version: null,
    replaces: replacedBy(node, index),
    patient,
  });
  return whole && own?.replaces.length === 0 ? undefined : own;
}

/** The number that the server it comes from counts changes by. */
const versionIn = (resource: Node): number | null => {
  const version = count(child(resource, "meta"), "versionId");
  return version !== null && version <= mostVersions ? version : null;
};

const mostVersions = 2 ** 31 - 1;
