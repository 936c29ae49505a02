/** Combining marks of LaTeX's accents. */
const accents: Readonly<Record<string, string>> = {
  "`": "\u0300",
  "'": "\u0301",
  "^": "\u0302",
  "~": "\u0303",
  '"': "\u0308",
  "=": "\u0304",
  ".": "\u0307",
  c: "\u0327",
  v: "\u030C",
  u: "\u0306",
  H: "\u030B",
  k: "\u0328",
  r: "\u030A",
};

const letters: Readonly<Record<string, string>> = {
  ss: "ß",
  o: "ø",
  O: "Ø",
  ae: "æ",
  AE: "Æ",
  oe: "œ",
  OE: "Œ",
  aa: "å",
  AA: "Å",
  l: "ł",
  L: "Ł",
  i: "ı",
};

/** The words of a BibTeX value without LaTeX: accents and letters as they are read, braces gone. */
export const withoutLatex = (text: string): string =>
  text
    .replaceAll(/\\([`'^~"=.])\s*\{?\\?(\p{L})\}?/gu, accented)
    .replaceAll(/\\([cvuHkr])(?:\s+|\s*\{)(\p{L})\}?/gu, accented)
    .replaceAll(
      /\\(ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i)(?![A-Za-z])\s*/gu,
      (_, name: string) => letters[name] ?? "",
    )
    .replaceAll(/\\([&%$#_{}])/gu, "$1")
    .replaceAll(/\\(?:emph|textit|textbf|textsuperscript|textsubscript|url)\b/gu, "")
    .replaceAll("---", "—")
    .replaceAll("--", "-")
    .replaceAll(/[{}]/gu, "")
    .replaceAll("~", " ")
    .normalize("NFC");

const accented = (_: string, accent: string, letter: string): string => letter + (accents[accent] ?? "");
