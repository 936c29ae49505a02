/** What of a case is open, as its address says. */
export interface CaseSearch {
  /** In which seat whoever sits twice in the case comes. */
  readonly seat?: string;
  /** The thread that is open. */
  readonly thread?: string | undefined;
  /** The record that lies beside the text, and the link of the text that it was opened by. */
  readonly record?: string | undefined;
  readonly evidence?: string | undefined;
  /** Of the opinion: the link whose sentence is shown (`EvidenceUse.key`). */
  readonly sentence?: string | undefined;
  /** Of a record at its own address: the piece of its text that it was opened for. */
  readonly place?: string | undefined;
  /** Of a record at its own address: the earlier version that is shown instead. */
  readonly earlier?: string | undefined;
}

export const readCaseSearch = ({
  seat,
  thread: open,
  record: beside,
  evidence,
  sentence,
  place,
  earlier,
}: Record<string, unknown>): CaseSearch => ({
  ...(typeof seat === "string" && { seat }),
  ...(typeof open === "string" && { thread: open }),
  ...(typeof beside === "string" && { record: beside }),
  ...(typeof evidence === "string" && { evidence }),
  ...(typeof sentence === "string" && { sentence }),
  ...(typeof place === "string" && { place }),
  ...(typeof earlier === "string" && { earlier }),
});
