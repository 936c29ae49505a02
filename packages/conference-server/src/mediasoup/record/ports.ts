import { createSocket } from "node:dgram";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

const tries = 200;
const every = 20;

/** Even ports of this machine's own address with a free one behind each: RTP, and RTCP. */
export async function freePortPairs(count: number): Promise<readonly number[]> {
  const pairs: number[] = [];
  for (let tried = 0; pairs.length < count && tried < tries; tried += 1) {
    const port = await anyPort();
    const even = port - (port % 2);
    if (!pairs.includes(even) && (await isFree(even)) && (await isFree(even + 1))) pairs.push(even);
  }
  if (pairs.length < count) throw new Error("No ports are free to record at");
  return pairs;
}

const anyPort = (): Promise<number> => bound(0);

async function bound(port: number): Promise<number> {
  const socket = createSocket("udp4");
  try {
    socket.bind(port, "127.0.0.1");
    await once(socket, "listening");
    return socket.address().port;
  } finally {
    socket.close();
  }
}

const isFree = (port: number): Promise<boolean> =>
  bound(port).then(
    () => true,
    () => false,
  );

/** Resolves once somebody listens at all of them. `ended`: whoever was to listen is no more. */
export async function untilHeardAt(ports: readonly number[], ended: Promise<unknown>): Promise<void> {
  let isOver = false;
  void ended.then(() => (isOver = true));
  for (let tried = 0; tried < tries; tried += 1) {
    if (isOver) throw new Error("ffmpeg has ended before anything was recorded");
    const taken = await listening();
    if (ports.every((port) => taken.has(port))) return;
    await pause(every);
  }
  throw new Error("ffmpeg does not listen");
}

/** UDP ports that somebody on this machine listens at, as the kernel lists them. */
async function listening(): Promise<ReadonlySet<number>> {
  const table = await Promise.all(["udp", "udp6"].map((name) => readFile(`/proc/net/${name}`, "utf8")));
  return new Set(
    table
      .join("\n")
      .split("\n")
      .flatMap((line) => {
        const [, port] = /^\s*\d+: [0-9A-F]+:([0-9A-F]{4}) /.exec(line) ?? [];
        return port === undefined ? [] : [Number.parseInt(port, 16)];
      }),
  );
}
