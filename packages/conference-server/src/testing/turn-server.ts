import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

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
  const child = spawn(program, words, { stdio: ["ignore", "pipe", "ignore"] });
  await new Promise<void>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`The relay ended with ${code}`)));
    createInterface(child.stdout).on("line", (line) => line.includes("TCP listener opened") && resolve());
  });
  return {
    at: `${ip}:${port}`,
    secret,
    close: async () => {
      const ended = once(child, "exit");
      child.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
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
