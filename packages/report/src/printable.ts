/**
 * The words that are signed, printed and sent: equal in all three forms. Left out is what a page cannot show and XML may not
 * hold (control characters, the byte order mark, non-characters), and what turns the order of other words around (embeddings,
 * overrides, isolates): what was signed must look like what it says. Half a surrogate pair is U+FFFD, a tabulator a space. A
 * second time changes nothing. Characters that no font of the PDF has stay: see `uncovered`.
 */
export const printable = (text: string): string =>
  text
    .replace(breaks, "\n")
    .replaceAll("\t", " ")
    .toWellFormed()
    .replace(unprintable, (character) => (character === "\n" ? character : ""));

/** Of a line's break, whatever wrote it. */
const breaks = /\r\n?|[\u2028\u2029\u0085\v\f]/g;

const unprintable = /[\p{Cc}\u202A-\u202E\u2066-\u206F\uFEFF\uFFF9-\uFFFB]|\p{Noncharacter_Code_Point}/gu;

/** On one line, without space around it. */
export const printableLine = (text: string): string => printable(text).replace(/\s+/gu, " ").trim();
