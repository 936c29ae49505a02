/** First and last, as an avatar shows them. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^\p{L}/u.test(word));
  const [first = "", last = ""] = [words[0], words.length > 1 ? words.at(-1) : ""];
  return `${letterOf(first)}${letterOf(last)}`.toUpperCase();
}

const letterOf = (word: string): string => /^\p{L}/u.exec(word)?.[0] ?? "";
