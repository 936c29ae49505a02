const letters = new Intl.Segmenter("en", { granularity: "grapheme" });
const firstLetter = (word: string): string =>
  letters.segment(word).containing(0)?.segment.toUpperCase() ?? "";

const titles = new Set(["dr", "dr.", "prof", "prof.", "mr", "mr.", "mrs", "mrs.", "ms", "ms."]);

/** The first letters of the first and the last name, without titles: "Dr Ingrid Hallström" is IH. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "" && !titles.has(word.toLowerCase()));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => firstLetter(word ?? "")).join("");
}
