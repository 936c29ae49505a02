import type { WorkspaceServer } from "./workspace-server.ts";

/** The server's rhythm in a running process. Returns what stops it. */
export function keepTime(server: WorkspaceServer): () => void {
  const timers = [
    setInterval(() => void server.tick(), 50),
    setInterval(server.second, 1000),
    setInterval(() => void server.lookAgain(), 1000),
    setInterval(server.beat, 15_000),
  ];
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
