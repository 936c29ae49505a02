import { createMemoryLog, type MemoryLog } from "../durable-log/memory-log.ts";
import { createWorkspaceServer, type WorkspaceOptions } from "../workspace-server.ts";
import { createAppClient } from "./app-client.ts";
import { createTestPorts } from "./test-ports.ts";

/** A server, and two people of the app who have connected and not said anything yet. */
export function openServer(
  log: MemoryLog = createMemoryLog(),
  change: Partial<Omit<WorkspaceOptions, "log" | "rights">> = {},
) {
  const ports = createTestPorts(log, change);
  const server = createWorkspaceServer(ports);
  const ada = createAppClient(server, "ada");
  const ben = createAppClient(server, "ben");
  ada.connect();
  ben.connect();
  return { ports, server, log, ada, ben };
}

/** A log whose answers are let out one at a time. */
export function createHeldLog(): { readonly log: MemoryLog; readonly held: (() => void)[] } {
  const held: (() => void)[] = [];
  const log = createMemoryLog(() => new Promise<void>((resolve) => void held.push(resolve)));
  return { log, held };
}
