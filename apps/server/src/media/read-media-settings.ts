import { isIP } from "node:net";
import { availableParallelism } from "node:os";

/** Whether there is video, and how its streams reach this machine. */
export type MediaSettings = { readonly kind: "off" } | ({ readonly kind: "on" } & MediaServer);

export interface MediaServer {
  /** The address of this machine on which streams are heard. */
  readonly ip: string;
  /** What browsers are told instead, where the machine stands behind other addresses: the one to try first before the next. */
  readonly announced: readonly string[];
  /** Of the first worker, UDP and TCP; the next ones, and a warm one, have the next ports. Undefined: any that are free. */
  readonly port: number | undefined;
  readonly workers: number;
  /** For browsers that reach none of the addresses. Undefined: there is none. */
  readonly turn: TurnSettings | undefined;
}

export interface TurnSettings {
  readonly urls: readonly string[];
  /** Shared with the TURN server: whoever knows it makes credentials. */
  readonly secret: string;
}

/** `CONSILIUM_MEDIA` decides; a sentence for each value that does not go with it. */
export function readMediaSettings(
  environment: NodeJS.ProcessEnv,
  production: boolean,
  problems: string[],
): MediaSettings {
  const wish = environment["CONSILIUM_MEDIA"] || "on";
  if (wish === "off") return { kind: "off" };
  if (wish !== "on") problems.push(`CONSILIUM_MEDIA is ${wish}: it must be on or off.`);
  const workers = readWorkers(environment["MEDIA_WORKERS"], problems);
  return {
    kind: "on",
    ...readAddresses(environment, production, problems),
    port: readFirstPort(environment["MEDIA_PORT"], workers, problems),
    workers,
    turn: readTurn(environment, problems),
  };
}

const isEveryAddress = (ip: string): boolean => ip === "0.0.0.0" || /^[0:]+$/.test(ip);

function readAddresses(
  environment: NodeJS.ProcessEnv,
  production: boolean,
  problems: string[],
): Pick<MediaServer, "ip" | "announced"> {
  const { MEDIA_LISTEN: listen, MEDIA_ANNOUNCED: first, MEDIA_ANNOUNCED_ALSO: next } = environment;
  if (!listen && production)
    problems.push(
      "MEDIA_LISTEN is not set: in production it must name the address of this machine that browsers send video to, or CONSILIUM_MEDIA must be off.",
    );
  const ip = listen || "127.0.0.1";
  if (isIP(ip) === 0) problems.push(`MEDIA_LISTEN is ${ip}: it must be an IP address of this machine.`);
  else if (isEveryAddress(ip) && !first)
    problems.push(`MEDIA_LISTEN is ${ip}: MEDIA_ANNOUNCED must say which address browsers send video to.`);
  if (next && !first)
    problems.push("MEDIA_ANNOUNCED_ALSO is set and MEDIA_ANNOUNCED is not: the first address is missing.");
  for (const [name, address] of Object.entries({ MEDIA_ANNOUNCED: first, MEDIA_ANNOUNCED_ALSO: next }))
    if (address && !isAddress(address))
      problems.push(`${name} is ${address}: it must be an IP address or the name of a host, without a port.`);
  return { ip, announced: [first, next].flatMap((address) => address || []) };
}

const isAddress = (address: string): boolean =>
  isIP(address) !== 0 || /^(?=.{1,253}$)(?!.*\.\d+$)([a-z\d]([a-z\d-]{0,61}[a-z\d])?(\.|$))+$/i.test(address);

const mostWorkers = 64;

function readWorkers(given: string | undefined, problems: string[]): number {
  const workers = Number(given || Math.min(availableParallelism(), mostWorkers));
  if (!Number.isInteger(workers) || workers < 1 || workers > mostWorkers)
    problems.push(`MEDIA_WORKERS is ${given}: it must be a whole number from 1 to ${mostWorkers}.`);
  return workers;
}

/** Below those that Linux, macOS and Windows give to connections that go out: one of them would keep video away for as long as it lives. */
const usualFirstPort = 24_400;

function readFirstPort(given: string | undefined, workers: number, problems: string[]): number | undefined {
  if (given === "0") return undefined;
  const port = Number(given || usualFirstPort);
  // One port more than workers: for the warm one.
  const last = 65_535 - workers;
  if (!Number.isInteger(port) || port < 1 || port > last)
    problems.push(
      `MEDIA_PORT is ${given}: it must be a whole number from 1 to ${last}, or 0 for any that are free.`,
    );
  return port;
}

const isTurn = (url: string): boolean => /^turns?:[^\s/?@]+(\?transport=(udp|tcp))?$/.test(url);

function readTurn(environment: NodeJS.ProcessEnv, problems: string[]): TurnSettings | undefined {
  const { TURN_URLS: given, TURN_SECRET: secret } = environment;
  if (!given !== !secret) problems.push("TURN_URLS and TURN_SECRET go together: one of them is missing.");
  const urls = (given ?? "").split(",").flatMap((url) => url.trim() || []);
  // As many as a page takes.
  if (!urls.every(isTurn) || urls.length > 8)
    problems.push(
      `TURN_URLS is ${given}: it must be at most eight addresses such as turns:turn.example:443?transport=tcp, with commas between them.`,
    );
  return secret && urls.length > 0 ? { urls, secret } : undefined;
}
