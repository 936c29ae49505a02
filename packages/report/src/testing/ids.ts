/** A ULID that says what it stands for, as far as its alphabet goes. */
export const idOf = (name: string): string =>
  `01H${name
    .toUpperCase()
    .replaceAll(/[ILOU]/g, "X")
    .replaceAll(/[^0-9A-Z]/g, "0")
    .slice(0, 23)
    .padStart(23, "0")}`;
