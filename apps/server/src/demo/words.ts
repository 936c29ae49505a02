/** The first place of these words in a text, however either of them breaks its lines. Throws where they are not in it. */
export function findWords(text: string, words: string): { readonly start: number; readonly end: number } {
  const pattern = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("\\s+");
  const match = new RegExp(pattern, "u").exec(text);
  if (!match) throw new Error(`There is no "${words}"`);
  return { start: match.index, end: match.index + match[0].length };
}
