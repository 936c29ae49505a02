import { foldWords } from "@consilium/foundation";
import type { ChainedCommands } from "@tiptap/core";
import type { Snippet } from "./snippet-api.ts";

/** What "/" offers. */
export type SlashItem =
  | {
      readonly kind: "text";
      readonly of: "snippet" | "template";
      readonly name: string;
      readonly text: string;
    }
  | {
      readonly kind: "command";
      readonly name: string;
      readonly run: (chain: ChainedCommands) => ChainedCommands;
    }
  | { readonly kind: "evidence"; readonly name: string }
  | { readonly kind: "snippets"; readonly name: string };

/** Most that stand in the list at once; words narrow it down. */
export const mostOffered = 40;

/** Those whose name has each of the words, by the beginning of a word. In their order. */
export function findItems(items: readonly SlashItem[], words: string): readonly SlashItem[] {
  const wanted = foldWords(words).split(" ");
  return items
    .filter(({ name }) => wanted.every((word) => ` ${foldWords(name)}`.includes(` ${word}`)))
    .slice(0, mostOffered);
}

/** Those for this section, and those for any. */
export const snippetsFor = (snippets: readonly Snippet[], section: string | undefined): readonly Snippet[] =>
  snippets.filter((snippet) => snippet.section === null || snippet.section === section);

/** The blocks of a template's text, each by its first words. A list is one block, and a heading stands with what is below it. */
export function partsOfTemplate(text: string): readonly { readonly name: string; readonly text: string }[] {
  const parts: string[] = [];
  for (const block of text.split(/\n{2,}/u)) {
    const last = parts.at(-1);
    if (last?.startsWith("#") && !last.includes("\n")) parts[parts.length - 1] = `${last}\n\n${block}`;
    else parts.push(block);
  }
  return parts.map((part) => ({ name: nameOf(part), text: part }));
}

const longestName = 60;

function nameOf(part: string): string {
  const [line = ""] = part.split("\n");
  const words = line.replace(/^(?:#+|-|\d+\.) +/u, "").replace(/[:,]? *\[…\].*$/u, "");
  return words.length > longestName ? `${words.slice(0, longestName).trimEnd()}…` : words;
}
