import { plainTextOf, type RichDocument } from "@consilium/workspace";

/** Letters of a sentence that still reads as a title. */
const longestTitle = 160;

/** The sentence that the plain summary begins with, set apart as a heading or in bold: the page's title. */
export function headlineOf({ content }: RichDocument): string | undefined {
  const [first] = content;
  if (!first || "text" in first || !first.content || first.content.length === 0) return undefined;
  const isSetApart =
    first.type === "heading" ||
    (first.type === "paragraph" &&
      first.content.every((node) => "text" in node && node.marks?.some(({ type }) => type === "bold")));
  const text = plainTextOf({ type: "doc", content: [first] }).trim();
  return isSetApart && text !== "" && text.length <= longestTitle ? text : undefined;
}
