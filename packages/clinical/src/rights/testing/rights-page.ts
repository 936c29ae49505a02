/** A table of docs/rights.md: the words of its head, and of each row below it. */
export function tableBelow(
  page: string,
  heading: "Documents" | "Commands",
): { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const [, section = ""] = page.split(`## ${heading}\n`);
  const lines = section.split("\n## ")[0]?.split("\n") ?? [];
  const [head = [], , ...rows] = lines
    .filter((line) => line.startsWith("|"))
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    );
  return { head, rows };
}
