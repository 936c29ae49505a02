/** A text as it is searched: without case, hyphens inside words and repeated blanks. */
export interface SearchableText {
  readonly text: string;
  /** For each unit of `text`, its offset in the text it was made of. */
  readonly offsets: readonly number[];
  readonly length: number;
}

const hyphens = new Set(["-", "\u2010", "\u2011"]);
const softHyphen = "\u00AD";
const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /^\p{L}$/u.test(character);

/** `text` is normalised (NFKC). A word that a line's end has parted is found, with its hyphen and without. */
export function searchable(text: string): SearchableText {
  const characters = Array.from(text);
  const folded: string[] = [];
  const offsets: number[] = [];
  let offset = 0;
  let isBlank = false;
  characters.forEach((character, at) => {
    const from = offset;
    offset += character.length;
    const wasBlank = isBlank;
    isBlank = /^\s$/u.test(character);
    if (isBlank && wasBlank) return;
    if (character === softHyphen || isInnerHyphen(characters, at)) return;
    const lower = isBlank ? " " : character.toLowerCase();
    folded.push(lower);
    for (let unit = 0; unit < lower.length; unit += 1) offsets.push(from);
  });
  return { text: folded.join(""), offsets, length: text.length };
}

const isInnerHyphen = (characters: readonly string[], at: number): boolean =>
  hyphens.has(characters[at] ?? "") && isLetter(characters[at - 1]) && isLetter(characters[at + 1]);

/** Words of a page: [start, end) in its text. */
export interface FoundWords {
  readonly start: number;
  readonly end: number;
}

/** Where the words stand in a text, none inside another. Nothing is found for blanks alone. */
export function findWords({ text, offsets, length }: SearchableText, sought: string): readonly FoundWords[] {
  const words = searchable(sought.normalize("NFKC").trim()).text;
  if (words === "") return [];
  const found: FoundWords[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    const end = at + words.length;
    found.push({ start: offsets[at] ?? 0, end: offsets[end] ?? length });
  }
  return found;
}
