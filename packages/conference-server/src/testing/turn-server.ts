import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** coturn, as Debian installs it. */
const program = "/usr/bin/turnserver";
export const hasTurnServer = existsSync(program);

export interface TurnServer {
  /** `host:port`, for UDP and TCP. */
  readonly at: string;
  readonly secret: string;
  readonly close: () => Promise<void>;
}

/** A relay on this machine, with credentials as the app makes them. */
export async function startTurnServer(ip = "127.0.0.1"): Promise<TurnServer> {
  const port = await freePort(ip);
  const secret = "of a test alone";
  const folder = mkdtempSync(join(tmpdir(), "consilium-turn-"));
  const settings = {
    "listening-ip": ip,
    "relay-ip": ip,
    "listening-port": port,
    "static-auth-secret": secret,
    realm: "consilium.test",
    // As an operator sets it: it relays to the media server alone.
    "denied-peer-ip": "0.0.0.0-255.255.255.255",
    "allowed-peer-ip": ip,
    userdb: join(folder, "users"),
    pidfile: join(folder, "pid"),
    "log-file": "stdout",
  };
  const flags = "n use-auth-secret fingerprint no-tls no-dtls no-cli no-multicast-peers".split(" ");
  const words = [
    ...flags.map((flag) => (flag.length === 1 ? `-${flag}` : `--${flag}`)),
    // The media server is on this machine too. Never outside of tests: it opens the relay's own machine to whoever asks.
    ...(ip.startsWith("127.") ? ["--allow-loopback-peers"] : []),
    ...Object.entries(settings).map(([name, value]) => `--${name}=${value}`),
  ];
  // Its log comes in pieces of a page: whether it listens is asked of its port.
  const child = spawn(program, words, { stdio: "ignore" });
  const ended = once(child, "exit");
  while (!(await isOpen(ip, port))) {
    if (child.exitCode !== null) throw new Error(`The relay ended with ${child.exitCode}`);
    await pause(50);
  }
  return {
    at: `${ip}:${port}`,
    secret,
    close: async () => {
      child.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

function isOpen(ip: string, port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect(port, ip, () => resolve(true)).on("error", () => resolve(false));
  return promise.finally(() => socket.destroy());
}

async function freePort(ip: string): Promise<number> {
  const server = createServer();
  await once(server.listen(0, ip), "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || !address) throw new Error("There is no free port");
  return address.port;
}
