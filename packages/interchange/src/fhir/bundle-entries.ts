import { asNode, child, line, member, type Node } from "../json/node.ts";
import type { Json } from "../json/parse-json.ts";
import { type Entry, entryOf, namedBy } from "./bundle-index.ts";
import { inNewestVersions } from "./newest-versions.ts";

/** Types of bundles of R4: in each lie resources, and what is told beside them is no record. */
export const bundleTypes: ReadonlySet<string> = new Set([
  "batch",
  "batch-response",
  "collection",
  "document",
  "history",
  "message",
  "searchset",
  "transaction",
  "transaction-response",
]);

/** Every entry of a bundle, and in its place every entry of a bundle that lies in it, as the answer to a search does. */
export function entriesOf(bundle: Node): readonly Entry[] {
  const list = member(bundle, "entry");
  const items: readonly Json[] = Array.isArray(list) ? list : [list].filter((item) => asNode(item) !== null);
  const isHistory = line(bundle, "type") === "history";
  const nodes = items.map(asNode);
  return isHistory ? inNewestVersions(nodes) : nodes.flatMap(entriesIn);
}

function entriesIn(item: Node | null): readonly Entry[] {
  const resource = child(item, "resource");
  if (line(resource, "resourceType") === "Bundle" && resource !== null) return entriesOf(resource);
  const entry = entryOf(item);
  return [entry.resource === null ? { ...entry, ...withoutResource(item) } : entry];
}

/** An entry may ask for something, or answer, without a resource. */
function withoutResource(item: Node | null): Partial<Entry> {
  const request = child(item, "request");
  const method = line(request, "method");
  if (method === "DELETE") return { ...namedBy(line(request, "url")), gap: "deleted" };
  const isTalk = method === "GET" || method === "HEAD" || child(item, "response") !== null;
  return isTalk ? { gap: "administrative" } : {};
}
