import {
  type Assembled,
  type ClientFrame,
  closeCodes,
  type CloseReason,
  createAssembler,
  encodeBeat,
  limits,
  type OpenWish,
  type Place,
  readClientFrame,
} from "@consilium/workspace";
import type { Engine } from "../engine.ts";
import { end } from "../fan-out/tell.ts";
import { type Bucket, fullBucket, take } from "../session/bucket.ts";
import { compareRendering } from "../session/compare-rendering.ts";
import { receive } from "../session/receive.ts";
import type { Sight, Visitor } from "../session/rights.ts";
import type { Line, Session } from "../session/session.ts";
import { channelLine, closeChannel } from "./channel-line.ts";
import { createFairQueue, type FairQueue } from "./fair-queue.ts";
import type { Door, Socket } from "./socket.ts";

/** A socket of the second door: many documents of one case, and where its person is. */
export interface Connection {
  readonly visitor: Visitor;
  readonly queue: FairQueue;
  readonly channels: Map<number, Channel>;
  /** Where this person is, as they last said (SY-21). */
  place: Place | null;
  /** What this seat may see, as far as it was asked. */
  readonly sight: Map<string, Promise<Sight>>;
  readonly placeBucket: Bucket;
  open: boolean;
  /** The whole socket. */
  readonly close: (reason: CloseReason) => void;
}

export interface Channel {
  /** Undefined while its document's name is looked up. */
  session: Session | undefined;
  readonly assemble: ReturnType<typeof createAssembler>;
  /** Of a message in parts: its whole length. */
  assembling: number;
}

/** What a connection needs of the server around it. */
export interface Reception {
  readonly engine: Engine;
  /** Undefined: there is no such document, or it is not for this seat; the line was told. Never throws. */
  readonly enter: (
    visitor: Visitor,
    name: string,
    wish: OpenWish,
    line: Line,
  ) => Promise<Session | undefined>;
  readonly moved: (connection: Connection) => void;
  readonly left: (connection: Connection) => void;
}

const mostChannels = 128;
const mostAssembling = 32 * 1024 * 1024;
const longestPlace = 2048;
/** An answer, and the bytes around it. */
const longestMessage = limits.answerBytes + 64;

export function createConnection(
  reception: Reception,
  socket: Socket,
  visitor: Visitor,
): { readonly connection: Connection; readonly door: Door } {
  const { engine } = reception;
  const connection: Connection = {
    visitor,
    queue: createFairQueue(socket),
    channels: new Map(),
    place: null,
    sight: new Map(),
    placeBucket: fullBucket(engine.flow.presence, engine.now().getTime()),
    open: true,
    close: (reason) => {
      if (!connection.open) return;
      leave(reception, connection);
      socket.close(closeCodes[reason], reason);
    },
  };
  const door: Door = {
    receive: (bytes) => {
      if (!connection.open) return;
      try {
        read(reception, connection, bytes);
      } catch (cause) {
        engine.report({ kind: "threw", cause });
        connection.close("log-unavailable");
      }
    },
    left: () => leave(reception, connection),
  };
  return { connection, door };
}

function leave(reception: Reception, connection: Connection): void {
  if (!connection.open) return;
  connection.open = false;
  for (const { session } of connection.channels.values()) if (session) end(reception.engine, session);
  connection.channels.clear();
  reception.left(connection);
}

function read(reception: Reception, connection: Connection, bytes: Uint8Array): void {
  const frame = readClientFrame(bytes);
  if (!frame) return connection.close("malformed");
  switch (frame.kind) {
    case "beat":
      return connection.queue.push(0, encodeBeat());
    case "own-place":
      return takePlace(reception, connection, frame.place, bytes.length);
    case "open":
      return openChannel(reception, connection, frame);
    case "close":
    case "data":
    case "part":
    case "digest": {
      const channel = connection.channels.get(frame.channel);
      // What was on its way when the server closed the channel.
      if (channel) readChannel(reception.engine, connection, channel, frame);
      return undefined;
    }
  }
}

function takePlace(reception: Reception, connection: Connection, place: Place | null, length: number): void {
  const { flow, now } = reception.engine;
  if (length > longestPlace || !take(connection.placeBucket, flow.presence, 1, now().getTime())) return;
  connection.place = place;
  reception.moved(connection);
}

function openChannel(
  reception: Reception,
  connection: Connection,
  { channel: number, document, wish }: ClientFrame & { readonly kind: "open" },
): void {
  const { channels, queue, visitor } = connection;
  if (channels.has(number)) return connection.close("malformed");
  if (channels.size >= mostChannels) return closeChannel(queue, number, "too-big");
  const channel: Channel = { session: undefined, assemble: createAssembler(longestMessage), assembling: 0 };
  channels.set(number, channel);
  const isStill = () => channels.get(number) === channel;
  const line = channelLine(queue, number, () => isStill() && channels.delete(number));
  const enter = async () => {
    const session = await reception.enter(visitor, document, wish, line);
    if (isStill()) channel.session = session;
    else if (session) end(reception.engine, session); // It was closed while the name was looked up.
  };
  void enter();
}

function readChannel(
  engine: Engine,
  connection: Connection,
  channel: Channel,
  frame: ClientFrame & { readonly kind: "close" | "data" | "part" | "digest" },
): void {
  const { session } = channel;
  switch (frame.kind) {
    case "close":
      connection.channels.delete(frame.channel);
      if (session) end(engine, session);
      return undefined;
    case "data":
      if (session) receive(engine, session, frame.message);
      return undefined;
    case "part": {
      channel.assembling = frame.rest;
      const assembled: Assembled = isTooMuch(connection)
        ? { state: "refused", reason: "too-big" }
        : channel.assemble(frame);
      if (assembled.state === "whole" && session) receive(engine, session, assembled.message);
      if (assembled.state === "refused") refuse(engine, connection, frame.channel, assembled.reason);
      return undefined;
    }
    case "digest":
      if (session) void compareRendering(engine, session, frame.sequence, frame.sha256);
      return undefined;
  }
}

const isTooMuch = ({ channels }: Connection): boolean =>
  [...channels.values()].reduce((sum, { assembling }) => sum + assembling, 0) > mostAssembling;

function refuse(engine: Engine, { channels, queue }: Connection, number: number, reason: CloseReason): void {
  const session = channels.get(number)?.session;
  channels.delete(number);
  if (session) end(engine, session);
  closeChannel(queue, number, reason);
}
