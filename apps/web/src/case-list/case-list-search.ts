/** The list's state in its address. */
export interface CaseListSearch {
  /** The case that is shown beside the list. */
  readonly case?: string;
}

export const readCaseListSearch = (search: Record<string, unknown>): CaseListSearch =>
  typeof search["case"] === "string" ? { case: search["case"] } : {};
