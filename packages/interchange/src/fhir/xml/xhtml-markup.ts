import type { XmlElement } from "../../xml/xml-element.ts";

const escaped: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => escaped[sign] ?? sign);

/** An element as markup again, as FHIR's JSON has its narratives: comments and prefixes of namespaces are not kept. */
export function markupOf({ name, attributes, content }: XmlElement): string {
  const written = Array.from(attributes, ([key, value]) => ` ${key}="${escape(value)}"`).join("");
  const inner = content.map((part) => (typeof part === "string" ? escape(part) : markupOf(part))).join("");
  return inner === "" ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}
