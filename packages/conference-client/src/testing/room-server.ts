import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { IceServer } from "@consilium/conference";
import { type Attending, type Connection, Room } from "@consilium/conference-server";
import { MediasoupMedia } from "@consilium/conference-server/mediasoup";
import { type WebSocket, WebSocketServer } from "ws";
import { bundlePage } from "./bundle-page.ts";

export interface RoomServerSettings {
  /** The media server's program. */
  readonly program: string;
  /** Where pages, sockets and streams are served. Else 127.0.0.1. */
  readonly ip?: string;
  readonly iceServersFor?: (seat: string) => readonly IceServer[];
}

/** One conference and its page, over real sockets and streams, without the rest of the app. */
export interface RoomServer {
  /** Of somebody's page. `relayAlone`: streams go over the TURN server, or not at all. */
  readonly addressOf: (person: Attending, options?: { readonly relayAlone?: boolean }) => string;
  readonly media: MediasoupMedia;
  /** A socket ends without a word, as where a cable is cut. */
  readonly cut: (seat: string) => void;
  /** What nobody expected. */
  readonly faults: readonly unknown[];
  readonly close: () => Promise<void>;
}

const page = "<!doctype html><title>A conference</title><body><script type=module src=/page.js></script>";
/** Closes of the server that are final for a page. */
const finalCode = 4000;

/** Nothing is written down, and there is nothing to show. */
const withoutCase = {
  mayShow: () => Promise.resolve(true),
  trace: () => Promise.resolve(),
  shown: () => Promise.resolve(),
};

export async function startRoomServer(settings: RoomServerSettings): Promise<RoomServer> {
  const { program, ip = "127.0.0.1", iceServersFor = () => [] } = settings;
  const code = await bundlePage();
  const media = await openMedia(program, ip);
  const faults: unknown[] = [];
  const failed = (cause: unknown): void => void faults.push(cause);
  const room = new Room({ media, now: Date.now, iceServersFor, ...withoutCase, failed });
  const ticking = setInterval(() => room.tick(), 1000);
  const server = createServer(({ url }, response) => answer(url, code, response));
  const { sockets, cut } = openLines(server, room);
  await once(server.listen(0, ip), "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("There is no port");
  const origin = `http://${ip}:${address.port}`;
  return {
    addressOf: (person, options) => addressOf(origin, person, options?.relayAlone ?? false),
    media,
    cut,
    faults,
    close: async () => {
      clearInterval(ticking);
      for (const socket of sockets.clients) socket.terminate();
      await room.close();
      server.close();
      server.closeAllConnections();
      await media.close();
    },
  };
}

/** Once it is ready. */
function openMedia(program: string, ip: string): Promise<MediasoupMedia> {
  const { promise, resolve, reject } = Promise.withResolvers<MediasoupMedia>();
  const media = new MediasoupMedia({
    ip,
    announced: [],
    port: undefined,
    workers: 1,
    findProgram: () => Promise.resolve(program),
    changed: (health) => {
      if (health.is === "ready") resolve(media);
      else reject(new Error(health.because));
    },
  });
  media.begin();
  return promise;
}

function answer(url: string | undefined, code: string, response: ServerResponse): void {
  if (url === "/page.js") response.setHeader("content-type", "text/javascript").end(code);
  else if (url?.startsWith("/?")) response.setHeader("content-type", "text/html").end(page);
  else response.writeHead(404).end();
}

function addressOf(origin: string, { seat, name, party }: Attending, relayAlone: boolean): string {
  const words = new URLSearchParams({ seat, name, party, ...(relayAlone && { relay: "" }) });
  return `${origin}/?${words}`;
}

/** Whoever comes is believed: who may sit where is not what is tried here. */
function openLines(server: ReturnType<typeof createServer>, room: Room) {
  const sockets = new WebSocketServer({ server, path: "/line" });
  const open = new Map<string, WebSocket>();
  sockets.on("connection", (socket, { url }) => {
    const person = personOf(new URL(url ?? "", "ws://test"));
    const connection: Connection = {
      send: (text) => socket.send(text),
      close: (reason) => socket.close(finalCode, reason),
    };
    open.set(person.seat, socket);
    socket.on("message", (data) => {
      if (Buffer.isBuffer(data)) room.said(person.seat, connection, data.toString());
    });
    socket.on("close", () => room.lost(person.seat, connection));
    room.open(person, connection);
  });
  return { sockets, cut: (seat: string) => open.get(seat)?.terminate() };
}

function personOf({ searchParams }: URL): Attending {
  const [seat = "", name = "", party] = ["seat", "name", "party"].map(
    (field) => searchParams.get(field) ?? "",
  );
  return { seat, name, party: party === "host" || party === "guest" ? party : "member" };
}
