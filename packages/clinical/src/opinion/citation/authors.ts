import { lineOf } from "./citation.ts";

/** Vancouver names six, then says that there are more. */
const mostAuthors = 6;

/** Names as they come ("Weinstein, James N", "Weinstein, J.N.", "World Health Organization"), in one line. */
export function authorsLine(names: readonly string[]): string | undefined {
  const found = names.map(authorName).filter((name) => name !== "");
  if (found.length === 0) return undefined;
  const shown = found.slice(0, mostAuthors);
  return lineOf([...shown, ...(found.length > mostAuthors ? ["et al"] : [])].join(", "));
}

/** Family name and initials; a name without a comma stays as it is: a body, or already in this form. */
function authorName(name: string): string {
  const [family = "", given = ""] = name.split(",").map((part) => part.trim());
  if (given === "") return lineOf(family);
  const initials = given
    .split(/[\s.-]+/u)
    .filter((part) => part !== "")
    // "JN" are two initials already.
    .map((part) => (/^\p{Lu}{2,3}$/u.test(part) ? part : part.slice(0, 1).toUpperCase()));
  return lineOf(`${family} ${initials.join("")}`);
}
