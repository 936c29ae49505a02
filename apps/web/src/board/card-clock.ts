import type { BoardItem } from "./board-query.ts";

/** The clock that each column goes by. */
const clockOf = {
  submitted: "triage",
  "gathering-records": "records",
  "ready-for-review": "start",
  "in-review": "opinion",
  delivered: "questions",
} as const satisfies Record<BoardItem["column"], BoardItem["clocks"][number]["kind"]>;

/** The column's own clock; where it has not begun, the first that runs or stands. */
export function cardClock({
  column,
  clocks,
}: Pick<BoardItem, "column" | "clocks">): BoardItem["clocks"][number] | undefined {
  const own = clocks.find(({ kind, state }) => kind === clockOf[column] && state !== "not-begun");
  return own ?? clocks.find(({ state }) => state === "running" || state === "paused");
}
