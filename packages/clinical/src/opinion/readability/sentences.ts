/** Behind these a point ends no sentence. */
const abbreviations: Readonly<Record<string, readonly string[]>> = {
  en: ["dr", "mr", "mrs", "ms", "prof", "st", "vs", "e.g", "i.e", "approx", "fig", "no", "p", "pp"],
  es: ["dr", "dra", "sr", "sra", "prof", "p.ej", "ej", "aprox", "fig", "núm", "pág"],
  fr: ["dr", "drs", "m", "mm", "mme", "pr", "p.ex", "ex", "env", "fig", "n", "p"],
  de: ["dr", "hr", "fr", "prof", "z.b", "d.h", "bzw", "ca", "evtl", "ggf", "abb", "nr", "s", "u.a", "v.a"],
};

/**
 * The sentences of one paragraph. Cut by the rules of Unicode for the language, and joined again where an abbreviation or an
 * initial was taken for the end.
 */
export function createSentenceReader(language: string): (paragraph: string) => readonly string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  const known = new Set(abbreviations[language] ?? []);
  const isCutShort = (part: string): boolean => {
    const [, last = ""] = /(?:^|[\s(])([\p{L}.]+)\.\s*$/u.exec(part) ?? [];
    return known.has(last.toLowerCase()) || /^\p{Lu}$/u.test(last);
  };
  return (paragraph) => {
    const sentences: string[] = [];
    let open = "";
    for (const { segment } of segmenter.segment(paragraph)) {
      open += segment;
      if (isCutShort(open)) continue;
      sentences.push(open);
      open = "";
    }
    return [...sentences, open].filter((sentence) => /\p{L}/u.test(sentence));
  };
}
