const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;").replaceAll("\n", "&#10;");

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Digits as `withDigits` has them: `#60.0#` is the number 60.0. */
const primitive = (value: unknown): string => escape(String(value).replace(/^#([^"#]*)#$/, "$1"));

function written(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((item: unknown) => written(name, item)).join("");
  if (name === "div") return `<div xmlns="http://www.w3.org/1999/xhtml">${String(value)}</div>`;
  if (!isObject(value)) return `<${name} value="${primitive(value)}"/>`;
  const { url, ...members } = value;
  const isExtension = name === "extension" || name === "modifierExtension";
  const inner =
    typeof value["resourceType"] === "string" ? resource(value) : membersOf(isExtension ? members : value);
  return `<${name}${isExtension ? ` url="${primitive(url)}"` : ""}>${inner}</${name}>`;
}

const membersOf = (members: Readonly<Record<string, unknown>>): string =>
  Object.entries(members)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => written(name, value))
    .join("\n  ");

function resource({ resourceType, ...members }: Readonly<Record<string, unknown>>, attributes = ""): string {
  return `<${String(resourceType)}${attributes}>${membersOf(members)}</${String(resourceType)}>`;
}

/** JSON of FHIR as its XML. Narratives must be well-formed. */
export const asXml = (bundle: Readonly<Record<string, unknown>>): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${resource(bundle, ' xmlns="http://hl7.org/fhir"')}`;
