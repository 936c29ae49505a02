/**
 * The text as it grew: ever longer beginnings, a few words at a time, the whole at the end. Never ends inside a mark, a link or a
 * line's sign, which would show as stars and brackets for a moment.
 */
export function typedBeginnings(text: string, wordsAtOnce: number): string[] {
  const beginnings: string[] = [];
  let words = 0;
  for (const { index } of text.matchAll(/(?<=\S)\s/g)) {
    words += 1;
    const beginning = text.slice(0, index);
    if (words < wordsAtOnce || !isWhole(beginning)) continue;
    beginnings.push(beginning);
    words = 0;
  }
  return [...beginnings, text];
}

/** What was opened is closed, and a line holds more than the sign it begins with. */
export function isWhole(markdown: string): boolean {
  const lastLine = markdown.slice(markdown.lastIndexOf("\n") + 1).trim();
  if (/^(-|#{2,3}|\d+\.)?$/.test(lastLine) && markdown !== "") return false;
  if (markdown.lastIndexOf("[[") > markdown.lastIndexOf("]]")) return false;
  const stars = markdown.replaceAll(/\[\[.*?\]\]/g, "").match(/\*+/g) ?? [];
  return (
    stars.filter((run) => run === "**").length % 2 === 0 &&
    stars.filter((run) => run === "*").length % 2 === 0
  );
}

/** `count` moments from `start`, `apart` milliseconds from one another, closer where they would pass `end`. */
export function momentsFrom(start: Date, end: Date, count: number, apart: number): Date[] {
  const room = Math.max(0, end.getTime() - start.getTime());
  const step = Math.min(apart, Math.floor(room / Math.max(1, count)));
  return Array.from({ length: count }, (_, index) => new Date(start.getTime() + index * step));
}
