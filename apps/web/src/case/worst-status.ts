import type { SaveStatus } from "@consilium/workspace-client";

/**
 * What is said of all open documents together (SY-3): what was not saved before what is only in memory, that before what waits,
 * and that before what is on its way. Changes that wait are counted together; "saved" is as of the newest answer.
 */
export function worstStatus(statuses: readonly SaveStatus[]): SaveStatus {
  const notSaved = statuses.find(({ state }) => state === "not-saved");
  if (notSaved) return notSaved;
  for (const state of ["in-memory", "kept"] as const) {
    const count = statuses.reduce((sum, status) => sum + (status.state === state ? status.count : 0), 0);
    if (count > 0) return { state, count };
  }
  if (statuses.some(({ state }) => state === "saving")) return { state: "saving" };
  const times = statuses.flatMap((status) => (status.state === "saved" && status.at ? [status.at] : []));
  return { state: "saved", at: times.toSorted((one, other) => other.getTime() - one.getTime())[0] };
}

/** The same to whoever reads it. */
export const isSameStatus = (one: SaveStatus, other: SaveStatus): boolean => {
  if (one.state === "saved" && other.state === "saved") return one.at === other.at;
  if (one.state === "kept" && other.state === "kept") return one.count === other.count;
  if (one.state === "in-memory" && other.state === "in-memory") return one.count === other.count;
  return one === other || (one.state === "saving" && other.state === "saving");
};
