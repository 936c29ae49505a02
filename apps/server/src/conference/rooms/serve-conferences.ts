import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { longestMessage } from "@consilium/conference";
import type { Result } from "@consilium/foundation";
import { type WebSocket, WebSocketServer } from "ws";
import type { Visitor } from "./admit-visitor.ts";
import { readConferenceAddress } from "./admit-visitor.ts";
import type { ConferenceRooms, Held } from "./conference-rooms.ts";
import { doorCodes, type DoorReason } from "./door-codes.ts";

/** Milliseconds: a page that answers no ping for so long has lost its line. */
const beat = 5000;

export interface ConferenceDoorOptions {
  readonly rooms: ConferenceRooms;
  readonly admit: (
    request: IncomingMessage,
    address: { readonly id: string; readonly seat: string | undefined },
  ) => Promise<Result<Visitor, DoorReason>>;
  readonly failed: (cause: unknown) => void;
}

/** `WS /conference/:id` of protocol.md. */
export interface ConferenceDoor {
  readonly isAt: (url: string) => boolean;
  readonly upgrade: (request: IncomingMessage, stream: Duplex, head: Buffer) => Promise<void>;
  readonly close: () => Promise<void>;
}

export function createConferenceDoor({ rooms, admit, failed }: ConferenceDoorOptions): ConferenceDoor {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: longestMessage,
    perMessageDeflate: false,
  });
  const stopBeating = keepBeating(sockets);
  const look = async (request: IncomingMessage) => {
    const address = readConferenceAddress(request.url ?? "/");
    if (!address) return { reason: "unknown" } as const;
    const visitor = await admit(request, address);
    if (!visitor.ok) return { reason: visitor.reason };
    const held = await rooms.roomOf(visitor.value.conference);
    return held ? { held, visitor: visitor.value } : ({ reason: "not-here" } as const);
  };
  return {
    isAt: (url) => url.startsWith("/conference/"),
    upgrade: async (request, stream, head) => {
      const found = await look(request).catch((cause: unknown) => {
        failed(cause);
        return { reason: "not-here" } as const;
      });
      sockets.handleUpgrade(request, stream, head, (socket) => {
        socket.on("error", () => socket.terminate());
        if ("reason" in found) return closeWith(socket, found.reason);
        welcome(rooms, socket, found);
      });
    },
    close: async () => {
      stopBeating();
      await rooms.close();
      for (const socket of sockets.clients) socket.terminate();
    },
  };
}

interface Welcomed {
  readonly held: Held;
  readonly visitor: Visitor;
}

function welcome(rooms: ConferenceRooms, socket: WebSocket, { held, visitor }: Welcomed): void {
  const { seat } = visitor.person;
  const connection = {
    send: (text: string) => socket.send(text),
    close: (reason: DoorReason) => closeWith(socket, reason),
  };
  rooms.enter(held, visitor, connection);
  socket.on("message", (data: Buffer) => held.room.said(seat, connection, data.toString("utf8")));
  socket.on("close", () => held.room.lost(seat, connection));
}

const closeWith = (socket: WebSocket, reason: DoorReason): void => socket.close(doorCodes[reason], reason);

/** A line that is dead says nothing of it: whoever is silent between two pings is cut off, and their place kept. */
function keepBeating(sockets: WebSocketServer): () => void {
  const silent = new WeakSet<WebSocket>();
  const timer = setInterval(() => {
    for (const socket of sockets.clients) {
      if (silent.has(socket)) {
        socket.terminate();
        continue;
      }
      silent.add(socket);
      socket.once("pong", () => silent.delete(socket));
      socket.ping();
    }
  }, beat);
  return () => clearInterval(timer);
}
