import type { Edition, PartialDate } from "@consilium/clinical";
import { asNode, child, children, line, member, type Node, texts } from "../json/node.ts";
import type { BundleIndex, Entry, Resolved } from "./bundle-index.ts";
import type { AttachedFile } from "./imported.ts";
import type { Ledger } from "./ledger.ts";

/** What every mapper needs of the file being read. */
export interface Reading {
  readonly index: BundleIndex;
  readonly ledger: Ledger;
  /** Files within the file, as they are come upon; null where nobody takes them. */
  readonly attached: AttachedFile[] | null;
  readonly createId: () => string;
  /** The institution the file comes from, "" where it does not say. */
  readonly source: string;
  /** When the file as a whole was true; null where it does not say. */
  readonly asOf: PartialDate | null;
  /** Which version of which document the file is, where it is one and says so. */
  readonly edition: Edition | undefined;
  /** Whom the file is about, as it names them; null where it does not. */
  readonly patient: Edition["patient"];
}

/** An entry with a resource in it. */
export interface Found {
  readonly entry: Entry;
  readonly node: Node;
}

/** Follows a reference; what is reached counts as represented, for its reader shows it. */
export function follow(reading: Reading, holder: Node, reference: Node | null): Resolved | null {
  const resolved = reading.index.resolve(line(reference, "reference"), holder);
  if (resolved?.entry) reading.ledger.represent(resolved.entry);
  return resolved;
}

/** A HumanName as it is spoken: prefix, given, family; its own text where it has one. */
export function humanName(node: Node | null): string | null {
  const names = children(node, "name");
  const official = names.find((name) => line(name, "use") === "official") ?? names[0] ?? null;
  const spoken = line(official, "text");
  if (spoken !== null) return spoken;
  const words = ["prefix", "given", "family", "suffix"].flatMap((part) => texts(official, part));
  return words.length === 0 ? null : withoutRepeats(words.join(" ").replace(/\s+/g, " ").trim());
}

/** Some systems repeat the family name among the given names: "Dr James Test-Smith Test-Smith". */
const withoutRepeats = (name: string): string =>
  name
    .split(" ")
    .filter((word, index, all) => word !== all[index - 1])
    .join(" ");

/** The name of whoever or whatever a reference means; the display of the reference where it leads nowhere. */
export function nameOf(reading: Reading, holder: Node, reference: Node | null): string | null {
  const display = line(reference, "display");
  const resolved = follow(reading, holder, reference);
  if (resolved === null) return display;
  const { resource } = resolved;
  if (line(resource, "resourceType") === "PractitionerRole") {
    const person = child(resource, "practitioner") ?? child(resource, "organization");
    // One step only: a role that names a role would go round in circles.
    const named = person === null ? null : plainName(follow(reading, resource, person)?.resource ?? null);
    return named ?? line(person, "display") ?? display;
  }
  return plainName(resource) ?? display;
}

const plainName = (resource: Node | null): string | null =>
  resource === null
    ? null
    : typeof member(resource, "name") === "string"
      ? line(resource, "name")
      : (humanName(resource) ?? line(asNode(children(resource, "deviceName")[0]), "name"));

/** Names of a list of references, each once. */
export const namesOf = (reading: Reading, holder: Node, references: readonly Node[]): readonly string[] => [
  ...new Set(
    references.map((reference) => nameOf(reading, holder, reference)).filter((name) => name !== null),
  ),
];

/** The institution of the visit that a resource belongs to; else that of the whole file. */
export function placeOf(reading: Reading, node: Node): string {
  const reference = child(node, "encounter") ?? children(child(node, "context"), "encounter")[0] ?? null;
  const visit = reading.index.resolve(line(reference, "reference"), node)?.resource ?? null;
  return (visit === null ? null : nameOf(reading, visit, child(visit, "serviceProvider"))) ?? reading.source;
}
