/** The last part of a path: `disc.zip/IMAGES/0001` is named `0001`. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** The folder a path lies in, "" for none. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

const mostLetters = 200;

/** A title for a person: the name without its ending, on one line. */
export function titleOf(name: string): string {
  const bare = name
    .replace(/\.[A-Za-z0-9]{1,8}$/, "")
    .replace(/[\s_]+/g, " ")
    .trim();
  const letters = Array.from((bare === "" ? name.trim() : bare).toWellFormed());
  const cut =
    letters.length > mostLetters ? `${letters.slice(0, mostLetters - 1).join("")}…` : letters.join("");
  return cut === "" ? "Untitled" : cut;
}

const natural = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** As a person counts: page 2 before page 10. Equal to a person, then by code unit, so that the order is one. */
export const compareNames = (left: string, right: string): number =>
  natural.compare(left, right) || (left < right ? -1 : Number(left > right));
