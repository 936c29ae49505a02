import { readXml } from "../../xml/read-xml.ts";
import { element, elements, type XmlElement } from "../../xml/xml-element.ts";

const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Letters and digits alone, each word once a time it is said: raised digits count as digits. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (sign) => String(raised.indexOf(sign)))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

const sectionsIn = (holder: XmlElement): readonly XmlElement[] =>
  elements(holder, "component")
    .flatMap((component) => elements(component, "section"))
    .flatMap((section) => [section, ...sectionsIn(section)]);

/** The text of every section of a document, read without the import. */
export function sectionTexts(bytes: Uint8Array): readonly string[] {
  const read = readXml(bytes);
  if (!read.ok) throw new Error(read.refusal.reason);
  const body = element(read.value, "component", "structuredBody");
  return body === null ? [] : sectionsIn(body).map((section) => spaced(element(section, "text")));
}

/** Words in neighbouring elements are different words. */
const spaced = (one: XmlElement | null): string =>
  one === null
    ? ""
    : one.content
        .map((part) => {
          if (typeof part === "string") return part;
          return apart.has(part.name) ? ` ${spaced(part)} ` : spaced(part);
        })
        .join("");

const apart = new Set(
  "br caption footnote footnoteRef item list paragraph renderMultiMedia table tbody td tfoot th thead tr".split(
    " ",
  ),
);

/** Words that the first text says more often than the second. */
export function missingWords(said: string, kept: string): readonly string[] {
  const left = new Map<string, number>();
  for (const word of wordsOf(kept)) left.set(word, (left.get(word) ?? 0) + 1);
  return wordsOf(said).filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}
