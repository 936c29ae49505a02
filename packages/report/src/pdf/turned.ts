/** The first letter that has a direction, as a browser's `dir="auto"` looks for it. */
const leftToRight = /\p{L}/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** The direction of words by themselves; null: they have none. */
export function directionOfWords(words: string): "ltr" | "rtl" | null {
  const [letter] = leftToRight.exec(words) ?? [];
  if (letter === undefined) return null;
  return rightToLeft.test(letter) ? "rtl" : "ltr";
}

/** A page on which each paragraph and heading says which way it runs, where that is not the page's way. */
export function turned(value: unknown, page: "ltr" | "rtl"): unknown {
  if (Array.isArray(value)) return value.map((entry: unknown) => turned(entry, page));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, entry]: [string, unknown]) => [key, turned(entry, page)] as const,
  );
  const way =
    "type" in value && (value.type === "paragraph" || value.type === "heading")
      ? directionOfWords(wordsIn(value))
      : null;
  return Object.fromEntries(way === null || way === page ? entries : [...entries, ["way", way]]);
}

function wordsIn(value: object): string {
  const content: readonly unknown[] = "content" in value && Array.isArray(value.content) ? value.content : [];
  return content
    .map((part) => (typeof part === "object" && part !== null && "text" in part ? String(part.text) : ""))
    .join("");
}
