/** One line an entry, with its time, in the order of what happened. No values of a case go in. */
export const createLineLog =
  (write: (line: string) => void) =>
  (line: string): void =>
    write(`${new Date().toISOString()} ${line.replaceAll("\n", " ")}`);
