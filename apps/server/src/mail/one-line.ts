/** A name as a letter may hold it: names come from accounts, and a line break in one ends up as a space. */
export const oneLine = (name: string): string => name.replaceAll(/\s+/g, " ").trim();
