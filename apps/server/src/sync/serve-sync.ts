import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import type { Result } from "@consilium/foundation";
import { closeCodes, type CloseReason, subprotocol } from "@consilium/workspace";
import {
  type Door,
  keepTime,
  type Socket,
  type Visitor,
  type WorkspaceServer,
} from "@consilium/workspace-server";
import { type WebSocket, WebSocketServer } from "ws";
import { readSyncAddress, type SyncAddress } from "./sync-address.ts";

export interface SyncOptions {
  readonly workspace: WorkspaceServer;
  readonly origins: readonly string[];
  readonly recognize: (
    request: IncomingMessage,
    address: SyncAddress,
  ) => Promise<Result<Visitor, CloseReason>>;
  readonly failed: (cause: unknown) => void;
  /** The door beside it; every other address is one of this. */
  readonly beside: {
    readonly isAt: (url: string) => boolean;
    readonly upgrade: (request: IncomingMessage, stream: Duplex, head: Buffer) => Promise<void>;
  };
}

/** An answer may hold 4 MiB (SY-10). Above this `ws` closes with 1009, after which a stock client comes back for ever. */
const longestMessage = 32 * 1024 * 1024;

/** Both doors of protocol.md: `/sync/:caseId/:document` for any y-websocket client, `/sync/:caseId` for many documents. */
export function serveSync(server: Server, options: SyncOptions): { readonly close: () => Promise<void> } {
  const { workspace } = options;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: longestMessage,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(subprotocol) ? subprotocol : false),
  });
  const stopTime = keepTime(workspace);
  server.on("upgrade", (request, stream, head) => {
    stream.on("error", () => stream.destroy());
    void upgrade(sockets, options, request, stream, head).catch((cause: unknown) => {
      options.failed(cause);
      refuse(stream, "500 Internal Server Error");
    });
  });
  return {
    close: async () => {
      stopTime();
      await workspace.close();
      for (const socket of sockets.clients) socket.terminate();
    },
  };
}

async function upgrade(
  sockets: WebSocketServer,
  { workspace, origins, recognize, failed, beside }: SyncOptions,
  request: IncomingMessage,
  stream: Duplex,
  head: Buffer,
): Promise<void> {
  const { origin } = request.headers;
  // The one refusal at the upgrade: a browser learns nothing of it, which is right for a foreign page (SY-16).
  if (origin !== undefined && !origins.includes(origin)) return refuse(stream, "403 Forbidden");
  if (beside.isAt(request.url ?? "/")) return beside.upgrade(request, stream, head);
  const address = readSyncAddress(request.url ?? "/");
  const visitor = await look(recognize, failed, request, address);
  sockets.handleUpgrade(request, stream, head, (socket) => {
    socket.on("error", () => socket.terminate());
    if (address && visitor.ok) welcome(workspace, socket, visitor.value, address);
    else if (!visitor.ok) socket.close(closeCodes[visitor.reason], visitor.reason);
  });
}

/** What cannot be known now is a closed door with a code as well: a refused upgrade tells a browser nothing (SY-16). */
async function look(
  recognize: SyncOptions["recognize"],
  failed: SyncOptions["failed"],
  request: IncomingMessage,
  address: SyncAddress | undefined,
): Promise<Result<Visitor, CloseReason>> {
  if (!address) return { ok: false, reason: "unknown-document" };
  try {
    return await recognize(request, address);
  } catch (cause) {
    failed(cause);
    return { ok: false, reason: "log-unavailable" };
  }
}

function welcome(
  workspace: WorkspaceServer,
  socket: WebSocket,
  visitor: Visitor,
  address: SyncAddress,
): void {
  const port: Socket = {
    send: (message, taken) => socket.send(message, () => taken()),
    close: (code, reason) => socket.close(code, reason),
    waiting: () => socket.bufferedAmount,
  };
  const { document, schema, wantsSaved } = address;
  const door: Door =
    document === undefined
      ? workspace.openConnection(port, visitor)
      : workspace.join(port, visitor, document, { schema, wantsSaved });
  socket.on("close", () => door.left());
  socket.on("message", (data: Buffer) => door.receive(data));
}

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
