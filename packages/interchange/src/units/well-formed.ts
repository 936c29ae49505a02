/** Characters: the longest codes in use have about 30. */
const longestUnit = 100;

/** Words for people, in visible characters of ASCII. */
const annotation = String.raw`\{[!-z|~]*\}`;
/** Letters, digits and signs; in square brackets also the signs that mean something outside. */
const atom = String.raw`(?:\[[!-Z^-~]+\]|[!-'*,0-Z^-z|~])+`;
const component = `(?:${atom}(?:[+-]?\\d+)?(?:${annotation})?|${annotation})`;
const term = `/?${component}(?:[./]${component})*`;

const whole = new RegExp(`^${term}$`);
/** A group is a factor by itself: `ug(8.h)` is none. */
const group = new RegExp(`(?<=^|[./(])\\(${term}\\)(?:${annotation})?(?=$|[./)])`);

/**
 * Whether a code follows the grammar of UCUM, whatever its atoms are. The library throws within itself at some that do not, and
 * writes that to the console; and it takes names that every object inherits, such as "constructor", for units.
 */
export function isWellFormed(code: string): boolean {
  if (code.length > longestUnit) return false;
  if (code.split(/[^\w]+/).some((name) => name in Object.prototype)) return false;
  let rest = code;
  // The innermost group stands for a factor, until none is left.
  for (;;) {
    const reduced = rest.replace(group, "1");
    if (reduced === rest) return whole.test(rest);
    rest = reduced;
  }
}
