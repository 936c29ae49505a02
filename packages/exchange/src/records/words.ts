/** On one line, as a reader of the file takes it. */
export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Lines that say something, each once: notes of FHIR are read line by line. */
export const notes = (...texts: readonly (string | null)[]): { text: string }[] | null => {
  const lines = texts.flatMap((text) => (text ?? "").split("\n").map(oneLine));
  const said = [...new Set(lines.filter((line) => line !== ""))];
  return said.length === 0 ? null : said.map((text) => ({ text }));
};

/** A code of those that FHIR knows there; undefined: it is said in words. */
export const codeAmong = <Code extends string>(
  codes: readonly Code[],
  said: string | null,
): Code | undefined => codes.find((code) => code === said);

/** What did not happen is said by its status: its title says it again. */
export const withoutPrefix = (title: string, ...prefixes: readonly string[]): string => {
  const found = prefixes.find((prefix) => title.startsWith(`${prefix}: `));
  return found === undefined ? title : title.slice(found.length + 2);
};
