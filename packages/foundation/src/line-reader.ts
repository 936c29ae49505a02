/** What each line of a text says, in their order. */
export type LineReader<Reading> = (text: string) => readonly Reading[];

/**
 * Reads a text again and again while it is written: only lines that the text before did not have are read anew. Holds the
 * lines of the last text alone. What is read must depend on nothing but the line.
 */
export function createLineReader<Reading>(read: (line: string) => Reading): LineReader<Reading> {
  let last: string | undefined;
  let known = new Map<string, Reading>();
  let readings: readonly Reading[] = [];
  return (text) => {
    if (text === last) return readings;
    const before = known;
    // A new map: a line that is kept as a part of an older text would keep all of that text.
    known = new Map();
    readings = text.split("\n").map((line) => {
      const seen = known.get(line);
      if (seen !== undefined) return seen;
      const reading = before.get(line) ?? read(line);
      known.set(line, reading);
      return reading;
    });
    last = text;
    return readings;
  };
}
