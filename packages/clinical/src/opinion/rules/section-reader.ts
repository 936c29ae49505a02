import { createLineReader, type LineReader } from "@consilium/foundation";

/** Reads the texts of sections line by line: of a text that is read again, only lines that changed are. */
export function createSectionReader<T>(
  read: (line: string) => readonly T[],
): (section: string, text: string) => readonly T[] {
  const readers = new Map<string, LineReader<readonly T[]>>();
  return (section, text) => {
    const reader = readers.get(section) ?? createLineReader(read);
    readers.set(section, reader);
    return reader(text).flat();
  };
}
