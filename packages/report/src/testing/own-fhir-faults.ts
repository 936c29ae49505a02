import type { Bundle } from "@medplum/fhirtypes";

/** What neither validator sees: seven checks, and before them whether the value can be looked at at all. */
export function ownFaults(bundle: Bundle, isUnit: IsUnit): readonly string[] {
  const shape = shapeFaults(bundle, 0);
  if (shape.length > 0) return shape;
  const urls = new Set((bundle.entry ?? []).map(({ fullUrl }) => fullUrl));
  return faultsIn(bundle, "", { urls, isUnit });
}

const deepest = 50;

function shapeFaults(value: unknown, depth: number): readonly string[] {
  if (depth > deepest) return ["shape: nested too deep"];
  if (value === null || value === undefined) return ["shape: a null"];
  if (typeof value !== "object") return [];
  const inside: readonly unknown[] = Object.values(value);
  return inside.flatMap((entry) => shapeFaults(entry, depth + 1)).slice(0, 1);
}

/** Whether a code is one of UCUM. */
type IsUnit = (code: string) => boolean;

interface Checked {
  readonly urls: ReadonlySet<string | undefined>;
  readonly isUnit: IsUnit;
}

function faultsIn(value: unknown, path: string, checked: Checked): readonly string[] {
  if (value === "") return [`${path}: an empty string`];
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) {
    if (value.length === 0) return [`${path}: an empty list`];
    return value.flatMap((entry: unknown, at) => faultsIn(entry, `${path}[${at}]`, checked));
  }
  return Object.entries(value).flatMap(([key, entry]: [string, unknown]) => [
    ...fieldFaults(key, entry, value, `${path}.${key}`, checked),
    ...faultsIn(entry, `${path}.${key}`, checked),
  ]);
}

/** Codes of units that we write. */
const units = new Set(["1", "%", "mm", "cm", "mL", "kg", "d", "h", "min"]);
export const isOurUnit: IsUnit = (code) => units.has(code);
const confidentialities = new Set(["U", "L", "M", "N", "R", "V"]);

function fieldFaults(
  key: string,
  entry: unknown,
  owner: object,
  path: string,
  { urls, isUnit }: Checked,
): readonly string[] {
  if (typeof entry !== "string") return [];
  const isAddress = key === "reference" || key === "url";
  if (isAddress && entry.startsWith("urn:") && !urls.has(entry))
    return [`${path}: refers to nothing, ${entry}`];
  if (key === "div" && hasMore(entry)) return [`${path}: more than a narrative may hold`];
  if (key === "id" && !/^[A-Za-z0-9.-]{1,64}$/.test(entry)) return [`${path}: no id`];
  if (key === "confidentiality" && !confidentialities.has(entry)) return [`${path}: no confidentiality`];
  const isOfUnits = key === "code" && "system" in owner && owner.system === "http://unitsofmeasure.org";
  return isOfUnits && !isUnit(entry) ? [`${path}: no unit`] : [];
}

const allowed = new Set(
  "a b blockquote br div em h3 i li ol p span strong sup table tbody td th thead tr ul".split(" "),
);
const attributes = new Set(["xmlns", "href", "start", "scope", "class", "colspan", "rowspan"]);

/** Only elements and attributes that a report writes, and no address but a web page's or a mail's. */
function hasMore(div: string): boolean {
  for (const [, name = "", rest = ""] of div.matchAll(/<\/?([^\s/>]*)([^>]*)>/g)) {
    if (!allowed.has(name)) return true;
    for (const [, attribute = "", value = ""] of rest.matchAll(/([^\s="/]+)="([^"]*)"/g))
      if (!attributes.has(attribute) || (attribute === "href" && !/^(?:https:|mailto:)/.test(value)))
        return true;
  }
  return !/^<div xmlns="http:\/\/www\.w3\.org\/1999\/xhtml">.*<\/div>$/s.test(div);
}
