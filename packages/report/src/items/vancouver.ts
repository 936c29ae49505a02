export interface Citation {
  readonly authors: string;
  readonly title: string;
  /** The journal, with volume and pages where they were written. */
  readonly source: string;
  readonly year: string;
}

/** `Authors. Title. Source. Year.` Parts that nobody wrote are left out; a year that stands in the source is not said twice. */
export function vancouver({ authors, title, source, year }: Citation): string {
  const isSaid = year !== "" && new RegExp(String.raw`(?<!\d)${year}(?!\d)`).test(source);
  return [authors, title, source, isSaid ? "" : year]
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => (/[.?!]$/.test(part) ? part : `${part}.`))
    .join(" ");
}
