import { isRun, type RichDocument, type RichNode } from "./rich-node.ts";

/** The words as read: a line for each block of text, evidence links without their labels (those lie in `evidence`). */
export const plainTextOf = ({ content }: RichDocument): string => linesOf(content).join("\n");

const inline = new Set(["text", "hardBreak", "evidence"]);

function linesOf(nodes: readonly RichNode[]): string[] {
  if (nodes.length > 0 && nodes.every((node) => inline.has(node.type))) return [nodes.map(wordsOf).join("")];
  return nodes.flatMap((node) => {
    if (isRun(node)) return [node.text];
    return node.content ? linesOf(node.content) : [""];
  });
}

function wordsOf(node: RichNode): string {
  if (isRun(node)) return node.text;
  return node.type === "hardBreak" ? "\n" : "";
}

const words = /[\p{L}\p{N}]+(?:['’.,/-][\p{L}\p{N}]+)*/gu;

/** Words by the letters and digits that stand together: "2,040.5", "EORTC-40983" and "patient's" are one each. */
export const countWords = (text: string): number => [...text.matchAll(words)].length;
