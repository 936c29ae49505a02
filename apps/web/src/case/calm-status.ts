import { createWatched, type SaveStatus, type Watchable } from "@consilium/workspace-client";
import { isSameStatus } from "./worst-status.ts";

/** For so long nothing may be on its way before "saved" is said. Milliseconds. */
const rest = 500;

/**
 * The status as it is said to the person: "saved" only after a moment of rest, all else at once. While somebody types it would change
 * twice a key, from "saving" to "saved" and back; so it stays at the weaker word. It never says more than `status` does.
 */
export function calmStatus(status: Watchable<SaveStatus>): Watchable<SaveStatus> {
  const said = createWatched(status.getSnapshot());
  let resting: ReturnType<typeof setTimeout> | undefined;
  const say = (next: SaveStatus) => {
    if (!isSameStatus(next, said.getSnapshot())) said.set(next);
  };
  status.subscribe(() => {
    clearTimeout(resting);
    const next = status.getSnapshot();
    if (next.state === "saved" && said.getSnapshot().state !== "saved")
      resting = setTimeout(() => say(next), rest);
    else say(next);
  });
  return said;
}
