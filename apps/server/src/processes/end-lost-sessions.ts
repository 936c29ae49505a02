import type { WorkspaceServer } from "@consilium/workspace-server";

/** Milliseconds. */
const every = 2000;

/**
 * Signed-in sessions that ended at another process: the word of it may be lost, and a socket under a session that is over must
 * not live on. `ended`: which of these are no more. Returns how to stop.
 */
export function endLostSessions(
  workspace: Pick<WorkspaceServer, "sessionsHere" | "endSession">,
  ended: (sessions: readonly string[]) => Promise<readonly string[]>,
  failed: (cause: unknown) => void,
): () => void {
  const look = async (): Promise<void> => {
    const here = [...workspace.sessionsHere()];
    if (here.length === 0) return;
    for (const session of await ended(here)) workspace.endSession(session);
  };
  const timer = setInterval(() => void look().catch(failed), every);
  return () => clearInterval(timer);
}
