import type { SaveStatus } from "@consilium/workspace-client";

/**
 * What is said of all open documents together (SY-3): what was not saved before what is only in memory, that before what waits,
 * and that before what is on its way. Changes that wait are counted together; "saved" is as of the newest answer.
 */
export function worstStatus(statuses: readonly SaveStatus[]): SaveStatus {
  const notSaved = statuses.find(({ state }) => state === "not-saved");
  if (notSaved) return notSaved;
  const only = statuses.reduce((sum, status) => sum + (status.state === "in-memory" ? status.count : 0), 0);
  if (only > 0) return { state: "in-memory", count: only };
  const kept = statuses.reduce((sum, status) => sum + (status.state === "kept" ? status.count : 0), 0);
  if (kept > 0) return { state: "kept", count: kept };
  if (statuses.some(({ state }) => state === "saving")) return { state: "saving" };
  const times = statuses.flatMap((status) => (status.state === "saved" && status.at ? [status.at] : []));
  return { state: "saved", at: times.toSorted((one, other) => other.getTime() - one.getTime())[0] };
}
