/** The history's state in its address. */
export interface HistorySearch {
  /** The opinion; the case's lead one without it. */
  readonly opinion?: string;
  /** Sequences of the log: the moment before, and this moment. */
  readonly from?: number;
  readonly to?: number;
  readonly section?: string | undefined;
}

export const readHistorySearch = (search: Record<string, unknown>): HistorySearch => ({
  ...textOf(search, "opinion"),
  ...sequenceOf(search, "from"),
  ...sequenceOf(search, "to"),
  ...textOf(search, "section"),
});

const textOf = (search: Record<string, unknown>, name: string) =>
  typeof search[name] === "string" ? { [name]: search[name] } : {};

function sequenceOf(search: Record<string, unknown>, name: string) {
  const sequence = Number(search[name]);
  return search[name] !== undefined && Number.isSafeInteger(sequence) && sequence >= 0
    ? { [name]: sequence }
    : {};
}
