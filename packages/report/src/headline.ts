import type { Block, Inline } from "./text.ts";

/** A full stop that ends no sentence. */
const abbreviation = /(?:^|\s)(?:Dr|Drs|Mr|Mrs|Ms|Prof|St|No|vs|approx|e\.g|i\.e|ca)\.$/;

/**
 * The answer in one line: the sentence after the words "Bottom line" in bold; else the first sentence of the section; else the
 * case's title.
 */
export function headlineOf(question: readonly Block[], title: string): string {
  const paragraphs = question.flatMap((block) => (block.type === "paragraph" ? [block.content] : []));
  for (const content of paragraphs) {
    const at = content.findIndex(
      (part) => part.type === "text" && part.bold && /^\s*bottom line/i.test(part.text),
    );
    const sentence = at < 0 ? "" : firstSentence(wordsOf(content.slice(at + 1)));
    if (sentence !== "") return sentence;
  }
  const [first] = paragraphs;
  return (first && firstSentence(wordsOf(first))) || title;
}

const wordsOf = (content: readonly Inline[]): string =>
  content
    .map((part) => (part.type === "text" ? part.text : part.type === "break" ? " " : (part.words ?? "")))
    .join("")
    .replace(/\s+/gu, " ")
    .trim();

export function firstSentence(text: string): string {
  for (const end of text.matchAll(/[.!?؟](?=\s+[\p{Lu}\p{Lo}\p{N}])/gu)) {
    const sentence = text.slice(0, end.index + 1);
    if (!abbreviation.test(sentence)) return sentence;
  }
  return text;
}
