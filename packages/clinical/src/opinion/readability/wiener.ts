import type { Counts } from "./counts.ts";

/** Year of school, 4 to 15: the first Vienna formula. Bamberger and Vanecek, Lesen, Verstehen, Lernen, Schreiben (1984). German. */
export const wiener = (counts: Counts): number => {
  const percent = (count: number): number => (100 * count) / counts.words;
  return (
    0.1935 * percent(counts.manySyllables) +
    0.1672 * (counts.words / counts.sentences) +
    0.1297 * percent(counts.manyLetters) -
    0.0327 * percent(counts.shortWords) -
    0.875
  );
};
