/** What of the board is shown, in its address. */
export interface BoardSearch {
  /** By name; `nobody`: no specialist writes it yet. */
  readonly who?: string;
  readonly specialty?: string;
}

/** No name of a person: names have a capital. */
export const nobody = "nobody";

export const readBoardSearch = (search: Record<string, unknown>): BoardSearch => ({
  ...(typeof search["who"] === "string" && search["who"] !== "" && { who: search["who"] }),
  ...(typeof search["specialty"] === "string" &&
    search["specialty"] !== "" && { specialty: search["specialty"] }),
});
