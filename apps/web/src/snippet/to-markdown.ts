import type { Fragment, Node } from "@tiptap/pm/model";

/**
 * Words of a text as light Markdown, as a snippet keeps them. Links to evidence are left out: they lead into the records of one patient.
 * A row of a table is a line.
 */
export function toMarkdown(content: Fragment): string {
  const blocks: string[] = [];
  content.forEach((node) => blocks.push(...blocksOf(node)));
  return blocks.filter((block) => block.trim() !== "").join("\n\n");
}

function blocksOf(node: Node): string[] {
  switch (node.type.name) {
    case "heading":
      return [`${node.attrs["level"] === 3 ? "###" : "##"} ${inlineOf(node)}`];
    case "bulletList":
      return [itemsOf(node, () => "- ")];
    case "orderedList":
      return [itemsOf(node, (at) => `${at + 1}. `)];
    case "tableRow":
      return [childrenOf(node).map(linesOf).join(" · ")];
    case "text":
    case "hardBreak":
      return [inlineOf(node)];
    default:
      return node.isTextblock ? [inlineOf(node)] : childrenOf(node).flatMap(blocksOf);
  }
}

const itemsOf = (list: Node, mark: (at: number) => string): string =>
  childrenOf(list)
    .map((item, at) => mark(at) + linesOf(item))
    .join("\n");

/** All of it on one line: a point of a list, a cell. */
const linesOf = (node: Node): string =>
  node.isTextblock ? inlineOf(node) : childrenOf(node).map(linesOf).filter(Boolean).join(" ");

function inlineOf(node: Node): string {
  if (node.isText) return marked(node);
  return childrenOf(node)
    .map((child) => (child.isText ? marked(child) : child.type.name === "hardBreak" ? " " : ""))
    .join("")
    .trim();
}

function marked(node: Node): string {
  const text = node.text ?? "";
  const words = text.trim();
  if (words === "") return text;
  const has = (name: string) => node.marks.some(({ type }) => type.name === name);
  const sign = has("bold") ? "**" : has("italic") ? "*" : "";
  return text.replace(words, () => sign + words + sign);
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  node.forEach((child) => children.push(child));
  return children;
}
