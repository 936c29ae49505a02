import type { Visitor } from "../session/rights.ts";
import type { WorkspaceServer } from "../workspace-server.ts";

interface ClientEnd {
  readonly send: (frame: Uint8Array) => void;
  readonly close: (code: number, reason: string) => void;
}

/** The second door, for the app's real client on a line of its tests. The server may be another one at each connection. */
export const appDoor = (server: () => WorkspaceServer, visitor: Visitor) => ({
  connected: (end: ClientEnd) => {
    const send = (frame: Uint8Array, taken: () => void): void => {
      end.send(frame);
      taken();
    };
    const socket = { send, close: end.close, waiting: () => 0 };
    const door = server().openConnection(socket, visitor);
    return { heard: door.receive, gone: door.left };
  },
});
