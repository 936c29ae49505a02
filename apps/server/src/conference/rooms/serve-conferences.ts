import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { longestMessage } from "@consilium/conference";
import type { Result } from "@consilium/foundation";
import { type WebSocket, WebSocketServer } from "ws";
import type { Visitor } from "./admit-visitor.ts";
import { readConferenceAddress } from "./admit-visitor.ts";
import { Bans } from "./bans.ts";
import type { ConferenceRooms, Held } from "./conference-rooms.ts";
import { doorCodes, type DoorReason } from "./door-codes.ts";

/** Bytes: what is a little too long is closed with a reason that the page knows, what is longer by the protocol itself. */
const mostBytes = 4 * longestMessage;
/** Milliseconds: whoever is cut off has so long to say good-bye. */
const parting = 1000;
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
    maxPayload: mostBytes,
    perMessageDeflate: false,
  });
  const stopBeating = keepBeating(sockets);
  const bans = new Bans();
  return {
    isAt: (url) => url.startsWith("/conference/"),
    upgrade: async (request, stream, head) => {
      const found = await look({ rooms, admit }, bans, request).catch((cause: unknown) => {
        failed(cause);
        return { reason: "not-here" } as const;
      });
      sockets.handleUpgrade(request, stream, head, (socket) => {
        if ("reason" in found) {
          socket.on("error", () => socket.terminate());
          return closeWith(socket, found.reason);
        }
        const { conference, person } = found.visitor;
        welcome(rooms, socket, { ...found, ban: () => bans.ban(conference.id, person.seat) });
      });
    },
    close: async () => {
      stopBeating();
      await rooms.close();
      for (const socket of sockets.clients) socket.terminate();
    },
  };
}

/** Who comes, and the room that they come to; or why not. */
async function look(
  { rooms, admit }: Pick<ConferenceDoorOptions, "rooms" | "admit">,
  bans: Bans,
  request: IncomingMessage,
): Promise<Pick<Welcomed, "held" | "visitor"> | { readonly reason: DoorReason }> {
  const address = readConferenceAddress(request.url ?? "/");
  if (!address) return { reason: "unknown" };
  const visitor = await admit(request, address);
  if (!visitor.ok) return { reason: visitor.reason };
  const { conference, person } = visitor.value;
  if (bans.has(conference.id, person.seat)) return { reason: "too-fast" };
  const held = await rooms.roomOf(conference);
  return held ? { held, visitor: visitor.value } : { reason: "not-here" };
}

interface Welcomed {
  readonly held: Held;
  readonly visitor: Visitor;
  /** They do not come back at once. */
  readonly ban: () => void;
}

function welcome(rooms: ConferenceRooms, socket: WebSocket, { held, visitor, ban }: Welcomed): void {
  const { seat } = visitor.person;
  const cutOff = () => {
    ban();
    closeWith(socket, "too-fast");
    setTimeout(() => socket.terminate(), parting).unref();
  };
  const connection = {
    send: (text: string) => socket.send(text),
    close: (reason: DoorReason) => (reason === "too-fast" ? cutOff() : closeWith(socket, reason)),
  };
  rooms.enter(held, visitor, connection);
  socket.on("message", (data: Buffer, isBinary) => {
    // What was on its way when it was closed.
    if (socket.readyState !== socket.OPEN) return;
    if (isBinary || data.length > longestMessage) return cutOff();
    held.room.said(seat, connection, data.toString("utf8"));
  });
  socket.on("close", () => held.room.lost(seat, connection));
  socket.on("error", (error) => {
    // No page of the app breaks the protocol: it is closed with the protocol's own code.
    if (!isOfProtocol(error)) return socket.terminate();
    cutOff();
  });
}

const isOfProtocol = (error: Error): boolean =>
  "code" in error && typeof error.code === "string" && error.code.startsWith("WS_ERR_");

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
