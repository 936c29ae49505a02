type Members = Readonly<Record<string, unknown>>;

const escape = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;")
    .replaceAll("\r", "&#13;")
    .replaceAll("\t", "&#9;");

const isObject = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Digits as `withDigits` has them: `#60.0#` is the number 60.0. */
const primitive = (value: unknown): string => escape(String(value).replace(/^#([^"#]*)#$/, "$1"));

/** `beside` is what JSON writes under the name with `_` before it. */
function written(name: string, value: unknown, beside: unknown): string {
  if (Array.isArray(value)) {
    const list: readonly unknown[] = Array.isArray(beside) ? beside : [];
    return value.map((item: unknown, index) => written(name, item, list[index])).join("");
  }
  if (name === "div") return `<div xmlns="http://www.w3.org/1999/xhtml">${String(value)}</div>`;
  if (!isObject(value)) {
    const attribute = value === undefined || value === null ? "" : ` value="${primitive(value)}"`;
    return `<${name}${attribute}>${isObject(beside) ? membersOf(beside) : ""}</${name}>`;
  }
  const { url, ...members } = value;
  const isExtension = name === "extension" || name === "modifierExtension";
  const isResource = typeof value["resourceType"] === "string";
  const inner = isResource ? resource(value) : membersOf(isExtension ? members : value);
  return `<${name}${isExtension ? ` url="${primitive(url)}"` : ""}>${inner}</${name}>`;
}

function membersOf(members: Members): string {
  const names = new Set(Object.keys(members).map((name) => name.replace(/^_/, "")));
  return Array.from(names, (name) =>
    members[name] === undefined && members[`_${name}`] === undefined
      ? ""
      : written(name, members[name], members[`_${name}`]),
  ).join("\n  ");
}

const resource = ({ resourceType, ...members }: Members, attributes = ""): string =>
  `<${String(resourceType)}${attributes}>${membersOf(members)}</${String(resourceType)}>`;

/** JSON of FHIR as its XML. Narratives must be well-formed. */
export const asXml = (bundle: Members): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${resource(bundle, ' xmlns="http://hl7.org/fhir"')}`;
