/** HTML's names for U+00A0 to U+00FF, in order. */
const latin =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest " +
  "Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig " +
  "agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

const others: readonly (readonly [string, string])[] = [
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["le", "≤"],
  ["ge", "≥"],
  ["ne", "≠"],
  ["asymp", "≈"],
  ["minus", "−"],
  ["infin", "∞"],
  ["rarr", "→"],
  ["larr", "←"],
  ["uarr", "↑"],
  ["darr", "↓"],
  ["alpha", "α"],
  ["beta", "β"],
  ["gamma", "γ"],
  ["delta", "δ"],
  ["Delta", "Δ"],
  ["kappa", "κ"],
  ["lambda", "λ"],
  ["mu", "μ"],
  ["ndash", "–"],
  ["mdash", "—"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["bull", "•"],
  ["hellip", "…"],
  ["dagger", "†"],
  ["permil", "‰"],
  ["euro", "€"],
  ["trade", "™"],
];

/** What the names of HTML stand for, as far as they are met in practice. */
export const namedEntities: ReadonlyMap<string, string> = new Map([
  ...latin.split(" ").map((name, index) => [name, String.fromCodePoint(0xa0 + index)] as const),
  ...others,
]);

function numbered(digits: string): string {
  const point =
    digits.startsWith("x") || digits.startsWith("X") ? Number.parseInt(digits.slice(1), 16) : Number(digits);
  return Number.isInteger(point) && point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : "";
}

/** One pass: what an entity stands for is not read again, so `&amp;lt;` is the four letters `&lt;`. */
export const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:#([xX][0-9a-fA-F]{1,8}|\d{1,8})|([a-zA-Z][a-zA-Z0-9]{1,9}));/g,
    (whole, digits: string | undefined, name: string | undefined) =>
      digits === undefined ? (namedEntities.get(name ?? "") ?? whole) : numbered(digits),
  );
